namespace Annalist.Coding;

/// <summary>How a date phrase bounds what it dates.</summary>
public enum DateKind
{
    /// <summary>One day, or a month, season or year told as when something happened.</summary>
    Point,

    /// <summary>From one day to another.</summary>
    Period,

    /// <summary>From a day on.</summary>
    Since,

    /// <summary>Up to a day.</summary>
    Until,

    /// <summary>Not after a day: "by Tuesday", "no later than 1 October".</summary>
    Deadline,

    /// <summary>Words of time that name no day: an age, a duration, a time of day, an anniversary. Their numbers are no figures.</summary>
    Duration,
}
