namespace Annalist.Cli;

/// <summary>What the program's exit code says.</summary>
internal static class ExitCodes
{
    /// <summary>All was done.</summary>
    public const int Done = 0;

    /// <summary>Some inputs were set aside, or what was asked for was not found; each is listed with its reason.</summary>
    public const int SetAside = 1;

    /// <summary>The command cannot be done as it was given.</summary>
    public const int WrongUse = 2;

    /// <summary>Stopped by Ctrl-C, as shells expect it.</summary>
    public const int Stopped = 130;
}
