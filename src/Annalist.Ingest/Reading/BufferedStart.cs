namespace Annalist.Ingest;

/// <summary>A stream whose first visible byte can be looked at before it is read.</summary>
internal sealed class BufferedStart(Stream inner) : Stream
{
    /// <summary>Blank bytes that are passed over at most before the stream counts as blank.</summary>
    private const int Reach = 1 << 16;

    private byte[] start = [];
    private int at;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

    /// <summary>The first byte that is neither white space nor part of a byte-order mark; null when there is none.</summary>
    public byte? FirstVisible()
    {
        var seen = new List<byte>();
        byte[] buffer = new byte[4096];
        byte? first = null;
        while (first is null && seen.Count < Reach)
        {
            int read = inner.Read(buffer);
            if (read == 0) break;
            foreach (byte b in buffer.AsSpan(0, read))
            {
                if (first is null && b is not ((byte)' ' or (byte)'\t' or (byte)'\r' or (byte)'\n' or 0xEF or 0xBB or 0xBF)) first = b;
                seen.Add(b);
            }
        }
        start = [.. seen];
        return first;
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override int Read(Span<byte> buffer)
    {
        if (at >= start.Length) return inner.Read(buffer);
        int count = Math.Min(buffer.Length, start.Length - at);
        start.AsSpan(at, count).CopyTo(buffer);
        at += count;
        return count;
    }

    public override void Flush() { }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}
