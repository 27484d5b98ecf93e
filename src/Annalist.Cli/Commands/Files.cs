using System.Text;

namespace Annalist.Cli.Commands;

/// <summary>Files that a command opens itself.</summary>
internal static class Files
{
    /// <summary>Opens a text file in UTF-8; <c>-</c> is standard input.</summary>
    /// <exception cref="UseException">It is missing or cannot be read.</exception>
    public static StreamReader OpenText(Host host, string file)
    {
        if (file == "-") return new StreamReader(host.Input, Encoding.UTF8, true, -1, leaveOpen: true);
        try
        {
            return new StreamReader(file, Encoding.UTF8);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new UseException($"{file} cannot be read: {e.Message}", "check the name and the permissions");
        }
    }
}
