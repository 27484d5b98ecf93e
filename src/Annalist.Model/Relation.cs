using System.Text.Json.Serialization;

namespace Annalist.Model;

/// <summary>What holds between actors (codebook 5 and 7b).</summary>
[JsonConverter(typeof(CodeConverter<Relation>))]
public enum Relation
{
    /// <summary>State to organisation.</summary>
    MemberOf,

    /// <summary>State to organisation.</summary>
    ObserverOf,

    /// <summary>State or organisation to format, project, initiative.</summary>
    ParticipantIn,

    /// <summary>Actor to agreement, plan or treaty.</summary>
    PartyTo,

    /// <summary>Actor to actor, both ways.</summary>
    AllyOf,

    /// <summary>Actor to actor, both ways.</summary>
    PartnerOf,

    /// <summary>State to the state or organisation whose forces it hosts.</summary>
    HostsForcesOf,

    /// <summary>Person to state or organisation.</summary>
    HoldsOffice,

    /// <summary>State to a named doctrine.</summary>
    Policy,

    /// <summary>Actor to the actor it depends on.</summary>
    DependsOn,

    /// <summary>Actor to the actor it supplies.</summary>
    SuppliesTo,

    /// <summary>Actor to the one it came after.</summary>
    SuccessorOf,
}
