namespace Annalist.Ingest;

/// <summary>What became of one input: a <see cref="SourceDocument"/> or a <see cref="RejectedInput"/>. Nothing that was given is passed over in silence.</summary>
public abstract record ReadResult
{
    private protected ReadResult() { }
}
