using System.Net;

namespace Annalist.Web;

/// <summary>How the web view is served.</summary>
public sealed record WebOptions
{
    /// <summary>The record's file; created when there is none.</summary>
    public required string Record { get; init; }

    /// <summary>Port; 0 for any that is free.</summary>
    public int Port { get; init; } = 5710;

    /// <summary>Address to listen on; loopback unless the user says otherwise.</summary>
    public IPAddress Address { get; init; } = IPAddress.Loopback;

    /// <summary>What must be shown by everybody who asks; null only on loopback. At least 16 characters.</summary>
    public string? Token { get; init; }

    /// <summary>Name under which reviews are kept until a person gives another one on a page; null for none.</summary>
    public string? Author { get; init; }

    /// <summary>Further names under which the machine is called in a browser's address line, beside those of the address itself: <c>desk.example.org</c>.</summary>
    public IReadOnlyList<string> HostNames { get; init; } = [];

    /// <summary>Says when something was learned or judged.</summary>
    public TimeProvider Clock { get; init; } = TimeProvider.System;
}
