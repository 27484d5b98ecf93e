using System.Globalization;
using Annalist.Model;
using Annalist.Worlds;

namespace Annalist.Tests.Worlds;

/// <summary>
/// A small invented world with a fact of every kind: five states, of which Magnara is the power; a bloc whose members must agree; a group and the format that it has with the power;
/// an organisation with a prohibition that leaves an exception; a national law that leaves none; a doctrine; a treaty.
/// </summary>
internal static class TinyWorld
{
    /// <summary>The tables as they stand in the pack's files, cells parted by <c>;</c>.</summary>
    public static IReadOnlyDictionary<string, string> Tables { get; } = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["actors.tsv"] = """
            code;kind;name;sector;founded;ended;source
            AVO;state;Avonia;GOV;;;atlas
            BRE;state;Brellia;GOV;;;atlas
            CAR;state;Carmund;GOV;;;atlas
            DOR;state;Dorvane;GOV;;;atlas
            MAG;state;Magnara;GOV;;;atlas
            PACT;bloc;Rivers Pact;GOV;1995;;atlas
            LEAGUE;organisation;League of Harbours;IGO;;;atlas
            GUILD;organisation;Guild of Millers;IGO;;;atlas
            TRIO;group;the Trio;GOV;;;atlas
            TRIO+1;format;Trio plus One;GOV;2015;;atlas
            CALM;treaty;Calm Waters Treaty;GOV;2001;;atlas
            CANAL;project;Long Canal;GOV;;;atlas
            KEEL;doctrine;Even Keel;GOV;;;atlas
            """,
        ["people.tsv"] = """
            person;name;variants;code;sector;source
            ada;Ada Quillon;;AVO;GOV;atlas
            ben;Ben Oakhurst;;AVO;GOV;atlas
            """,
        ["offices.tsv"] = """
            person;code;office;sector;from;to;source
            ada;AVO;president;GOV;2010-05-01;2018-05-01;atlas
            ben;AVO;president;GOV;2018-05-01;;atlas
            """,
        ["ties.tsv"] = """
            subject;relation;object;polarity;phase;from;to;place;source
            AVO;member_of;TRIO;;;2000;;;yearbook
            BRE;member_of;TRIO;;;2000;;;yearbook
            CAR;member_of;TRIO;;;2000;;;yearbook
            DOR;member_of;TRIO;;;2000;2009;;yearbook
            AVO;member_of;PACT;;;1995-03-01;;;yearbook
            BRE;member_of;PACT;;;1995-03-01;;;yearbook
            MAG;member_of;PACT;;;1995-03-01;;;yearbook
            CAR;member_of;PACT;;;1995-03-01;2012-06-30;;yearbook
            AVO;member_of;LEAGUE;;;1990;;;yearbook
            CAR;member_of;LEAGUE;;;1990;;;yearbook
            DOR;observer_of;LEAGUE;;;2004;;;yearbook
            TRIO;participant_in;TRIO+1;;;2015;;;yearbook
            MAG;participant_in;TRIO+1;;;2015;;;yearbook
            TRIO;party_to;CALM;;;2001-09-01;;;yearbook
            DOR;participant_in;CANAL;-1;;2010;;;yearbook
            CAR;member_of;GUILD;;suspended;2011;;;yearbook
            DOR;member_of;GUILD;;proposed;2014-05;;;yearbook
            BRE;member_of;GUILD;;floated;2014;;;yearbook
            AVO;member_of;GUILD;;agreed;2017;;;yearbook
            MAG;member_of;GUILD;;ended;2000;2008;;yearbook
            AVO;hosts_forces_of;MAG;;;1998-04-02;;Fort Lune;yearbook
            BRE;hosts_forces_of;MAG;;proposed;2019;;;yearbook
            AVO;partner_of;DOR;;;2003;;;yearbook
            DOR;policy;KEEL;;;1999;;;yearbook
            """,
        ["institutions.tsv"] = """
            code;level;areas;decides_by;note;source
            PACT;presidents;defence|security;consensus;;charter
            GUILD;ministers;trade|customs;majority;;charter
            """,
        ["complete.tsv"] = """
            code;relation;side;from;to;source
            PACT;member_of;object;1995;;charter
            TRIO;member_of;object;2000;;charter
            CAR;hosts_forces_of;subject;2005;;law book
            GUILD;observer_of;object;2000;2010;charter
            """,
        ["rules.tsv"] = """
            rule;bearer;force;act;matter;toward;condition;unless;consent_of;instrument;from;to;source
            pact-consent;PACT;may;hosts_forces_of;placement of forces;!PACT;;;PACT;Pact Charter;2000;;charter
            car-law;CAR;must_not;hosts_forces_of;foreign military bases;;;;;Basic Law;2005-01-01;;law book
            calm-bases;CALM;must_not;hosts_forces_of;;MAG;;the river floods;;CALM;2001-09-01;;treaty text
            league-arms;LEAGUE;must_not;COOPERATE;arms deals;MAG;;humanitarian relief;;LEAGUE;1992;;statutes
            bre-duty;BRE;must;COOPERATE;;DOR;;;;Grain Accord;2008;;gazette
            bre-ban;BRE;must_not;COOPERATE;;DOR;;;;Border Act;2010;;gazette
            trade-open;area:trade;may;CONSULT;;;the books are open;;;Open Books Rule;2000;;gazette
            outside-guild;!GUILD;must_not;supplies_to;;GUILD;;;;Millers Rule;2000;;gazette
            trio-aid;MAG;may;AID;;TRIO;;;TRIO;Trio Undertaking;2016;;gazette
            keel-alliance;DOR;must_not;ally_of;alliances;;;;;KEEL;1999;;gazette
            old-tolls;AVO;must_not;SANCTION;;;;;;Toll Act;1980;1990;gazette
            """,
        ["positions.tsv"] = """
            actor;position;bearer;act;toward;from;to;note;source
            MAG;objects;PACT;hosts_forces_of;!PACT;2014;;said that it would not agree;gazette
            BRE;consents;AVO;hosts_forces_of;DOR;2018;;agreed at the summit;gazette
            """,
        ["commitments.tsv"] = """
            commitment;by;toward;act;matter;amount;unit;due;instrument;source
            bridge;MAG;TRIO;AID;a bridge over the river Lune;5000000;USD;2020;Bridge Letter;gazette
            grain;BRE;DOR;COOPERATE;grain deliveries for the northern valleys;;;;;gazette
            """,
        ["moves.tsv"] = """
            commitment;stage;on;note;source
            bridge;pledged;2016-02-10;at the first summit;gazette
            bridge;signed;2017-03;;gazette
            bridge;under_way;2019-05-01;first stone laid;gazette
            grain;floated;2015;;gazette
            grain;lapsed;2016-12-31;;gazette
            """,
        ["expectations.tsv"] = """
            expectation;by;if;if_act;then;then_act;unless;horizon;likelihood;actors;source
            tolls;Ada Quillon;Magnara closes the canal;SANCTION MAG > AVO;Avonia will trade with Dorvane;COOPERATE AVO > DOR;the canal is shared;2022-12-31;likely;AVO|MAG;gazette
            accession;;;;Dorvane will join the pact;DOR member_of PACT;;2025-12-31;unlikely;DOR;gazette
            """,
        ["aims.tsv"] = """
            aim;of;matter;toward;ascribed_by;from;to;source
            canal-aim;MAG;control of the Long Canal;AVO|BRE;Ada Quillon;2012;2020;gazette
            keel-aim;DOR;to stay out of alliances;;;1999;;gazette
            """,
        ["levers.tsv"] = """
            subject;relation;object;channel;goods;via;licit;rank;share;phase;from;to;source
            AVO;depends_on;MAG;energy;;;;1;60;;2000;;ledger
            AVO;depends_on;DOR;trade;;;;2;35;;2005;;ledger
            MAG;supplies_to;AVO;;lamp oil;CANAL;yes;;;;2000;;ledger
            MAG;supplies_to;CAR;;cut gems;DOR|BRE;no;;;;2008;;ledger
            """,
        ["figures.tsv"] = """
            measure;value;unit;actors;from;to;about;source
            trade;1200000;USD;AVO|MAG;2019;2019;goods both ways;ledger
            trade;1500000;USD;AVO|MAG;2020;2020;goods both ways;ledger
            troops;400;people;MAG;2015;2015;soldiers at Fort Lune;ledger
            """,
        ["meetings.tsv"] = """
            institution;level;from;to;place;note;source
            TRIO+1;foreign ministers;2015-11-01;;Lunehaven;first meeting;yearbook
            TRIO+1;presidents;2019-06-03;2019-06-04;Lunehaven;;yearbook
            """,
        ["dossiers.tsv"] = """
            dossier;title;codes;words;source
            water;Canal and river;AVO|BRE;canal|river;yearbook
            pact;Rivers Pact;PACT;;yearbook
            """,
    };

    /// <summary>The world, read once.</summary>
    public static World World { get; } = Load();

    /// <summary>What the packs alone say.</summary>
    public static SystemView Packs { get; } = SystemView.Of(World);

    /// <summary>Asks the packs alone.</summary>
    public static Answer Ask(string question) => Ask(Packs, question);

    /// <summary>The packs with findings laid over them.</summary>
    public static SystemView With(params ToldFinding[] told) => SystemView.Of(World, told);

    /// <summary>Asks packs and findings.</summary>
    public static Answer Ask(string question, params ToldFinding[] told) => Ask(With(told), question);

    public static Answer Ask(SystemView view, string question) => new Questions(view).Ask(Question.Parse(question));

    public static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>Values of an answer in one line; <c>unknown</c> for none.</summary>
    public static string Said(object? value) => value switch
    {
        null => "unknown",
        bool b => b ? "yes" : "no",
        IEnumerable<string> list => string.Join(' ', list),
        _ => Convert.ToString(value, CultureInfo.InvariantCulture)!,
    };

    /// <summary>Writes the pack to a folder.</summary>
    public static void Write(PackFolder folder)
    {
        folder.Write("tiny/manifest.json", """{ "id": "tiny", "version": "1.0", "title": "Tiny", "date": "2021-06-30", "requires": [] }""");
        foreach ((string table, string text) in Tables) folder.Write("tiny/" + table, text.ReplaceLineEndings("\n").Replace(';', '\t') + "\n");
    }

    private static World Load()
    {
        using var folder = new PackFolder();
        Write(folder);
        return World.Load(folder.Root);
    }
}
