using System.Text.Json.Serialization;

namespace Annalist.Model;

/// <summary>Whom a party is or acts for: PLOVER's sectors, with IGO for an organisation's own organs (codebook 2).</summary>
[JsonConverter(typeof(CodeConverter<Sector>))]
public enum Sector
{
    /// <summary>Government.</summary>
    Gov,

    /// <summary>Armed forces.</summary>
    Mil,

    /// <summary>Legislature.</summary>
    Leg,

    /// <summary>Courts.</summary>
    Jud,

    /// <summary>Police.</summary>
    Cop,

    /// <summary>Intelligence.</summary>
    Spy,

    /// <summary>Ruling or other party.</summary>
    Pty,

    /// <summary>Opposition.</summary>
    Opp,

    /// <summary>Rebels.</summary>
    Reb,

    /// <summary>Paramilitaries.</summary>
    Prm,

    /// <summary>Unidentified armed force.</summary>
    Uaf,

    /// <summary>Media.</summary>
    Jrn,

    /// <summary>Education, research, think tanks.</summary>
    Edu,

    /// <summary>Business.</summary>
    Bus,

    /// <summary>Civilians.</summary>
    Cvl,

    /// <summary>Civil society.</summary>
    Soc,

    /// <summary>Religion.</summary>
    Rel,

    /// <summary>Elites, former officials.</summary>
    Eli,

    /// <summary>Criminals.</summary>
    Crm,

    /// <summary>Labour.</summary>
    Lab,

    /// <summary>Farming.</summary>
    Agr,

    /// <summary>Medicine.</summary>
    Med,

    /// <summary>Refugees, migrants.</summary>
    Ref,

    /// <summary>Prisoners.</summary>
    Pre,

    /// <summary>An organisation's own organs.</summary>
    Igo,

    /// <summary>Not known.</summary>
    Unk,
}
