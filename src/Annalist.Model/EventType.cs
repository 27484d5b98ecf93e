using System.Text.Json.Serialization;

namespace Annalist.Model;

/// <summary>The sixteen acts of PLOVER (manual, 2023), as the codebook defines them in section 3.</summary>
[JsonConverter(typeof(CodeConverter<EventType>))]
public enum EventType
{
    /// <summary>Agrees, offers, promises, undertakes to cooperate.</summary>
    Agree,

    /// <summary>Meets, visits, hosts, talks, phones, confers.</summary>
    Consult,

    /// <summary>Backs, praises, approves in words; opens or upgrades ties; signs or ratifies.</summary>
    Support,

    /// <summary>Gives way in words: eases, apologises, pardons, announces a pull-out.</summary>
    Concede,

    /// <summary>Material exchange that serves both: trade, joint exercises, joint projects.</summary>
    Cooperate,

    /// <summary>Material help that serves the receiver.</summary>
    Aid,

    /// <summary>Withdraws, releases, disarms, ceases fire, lets in; an official resigns.</summary>
    Retreat,

    /// <summary>Asks, calls on, demands, proposes that another act.</summary>
    Request,

    /// <summary>Criticises, disapproves, blames, alleges, sues, investigates.</summary>
    Accuse,

    /// <summary>Refuses, declines, vetoes, denies a request.</summary>
    Reject,

    /// <summary>Warns of a step that would hurt.</summary>
    Threaten,

    /// <summary>Demonstrates, strikes, riots, boycotts.</summary>
    Protest,

    /// <summary>Cuts or lowers relations.</summary>
    Sanction,

    /// <summary>Moves or readies forces short of force.</summary>
    Mobilize,

    /// <summary>Represses or pressures short of violence.</summary>
    Coerce,

    /// <summary>Uses force.</summary>
    Assault,
}
