using Annalist.Model;
using Annalist.Worlds;

namespace Annalist.Coding;

/// <summary>Tells events in PLOVER's form. Immutable; safe to share between threads.</summary>
public sealed class PloverExport
{
    private static readonly Lazy<PloverExport> Shared = new(() =>
    {
        string folder = Path.Combine(Coder.DefaultFolder, "codebook");
        Codebook codebook = Codebook.Load(folder);
        return new PloverExport(codebook, World.Default, PloverMap.Load(folder, codebook));
    });

    private readonly Codebook codebook;
    private readonly World world;
    private readonly PloverMap map;

    /// <summary>Creates it.</summary>
    /// <param name="codebook">Scores and quads.</param>
    /// <param name="world">Names of actors and places, and which codes are states.</param>
    /// <param name="map">What PLOVER has for planned acts.</param>
    public PloverExport(Codebook codebook, World world, PloverMap map)
    {
        this.codebook = codebook;
        this.world = world;
        this.map = map;
    }

    /// <summary>Over the data that come with the program, loaded at the first use; needs no language model.</summary>
    /// <exception cref="DataFileException">A codebook file is missing or broken.</exception>
    /// <exception cref="PackException">A pack has faults.</exception>
    public static PloverExport Default => Shared.Value;

    /// <summary>The event in PLOVER's form; null when PLOVER has no place for it: a possible or denied act, or a planned one that is neither agreement nor threat.</summary>
    /// <param name="e">The event.</param>
    /// <param name="source">What is known of its report.</param>
    public PloverEvent? Of(Event e, PloverSource source)
    {
        ArgumentNullException.ThrowIfNull(e);
        ArgumentNullException.ThrowIfNull(source);
        if (map.Act(e.Type, e.Modes, e.Status) is not { } act) return null;
        return new PloverEvent
        {
            Id = e.Id,
            Date = e.From,
            LastDate = e.To,
            Act = act,
            // A score that nothing was mapped in stands as it was coded.
            Intensity = act.Mapped ? codebook.Score(act.Type, act.Modes) : e.Score,
            Quad = codebook.Type(act.Type).Quad,
            Contexts = [.. e.Context.Select(map.Context)],
            Actors = [.. e.Actors.Select(Party)],
            Recipients = [.. e.Recipients.Select(Party)],
            Place = e.Place,
            PlaceCountry = e.Place is null ? null : CountryOf(e.Place),
            Source = source,
            Sentence = e.Sentence,
            Report = e.Report,
            CodedType = e.Type,
            CodedStatus = e.Status,
            AttributedTo = e.AttributedTo,
            Confidence = e.Confidence,
            Rule = e.Rule,
            Data = e.Data,
        };
    }

    private PloverParty Party(Party party)
    {
        Actor? actor = world.Actor(party.Code);
        bool state = actor is { Kind: ActorKind.State or ActorKind.Territory };
        return new PloverParty(party.Code, party.Name ?? actor?.Name, state ? party.Code : null, party.Sector, party.Mention);
    }

    /// <summary>The one state that the name lies in or means; null when the packs do not say or say several.</summary>
    private string? CountryOf(string place)
    {
        NameMatch[] whole = [.. world.Names.Find(place).Where(m => m.Span.Start == 0 && m.Span.End == place.Length)];
        string[] codes = [.. whole.SelectMany(m => m.Entries).Where(n => n.Type is NameType.Place or NameType.Name or NameType.Capital or NameType.Acronym)
            .Select(n => n.Code).OfType<string>().Where(c => world.Actor(c) is { Kind: ActorKind.State or ActorKind.Territory }).Distinct(StringComparer.Ordinal)];
        return codes.Length == 1 ? codes[0] : null;
    }
}
