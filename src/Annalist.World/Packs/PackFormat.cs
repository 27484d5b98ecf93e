using Annalist.Model;

namespace Annalist.Worlds;

/// <summary>The tables of a pack and their columns: what the readers read and what the schema for editors is made of.</summary>
internal static class PackFormat
{
    private static readonly PackField Source = Text("source", "Where it comes from: a document at hand, or 'general knowledge'.", required: true);
    private static readonly PackField SectorField = Word<Sector>("sector", "Sector of the actor (codebook); empty where the actor's own holds.");
    private static readonly PackField From = Day("from", "First day; empty: since we do not know when.");
    private static readonly PackField To = Day("to", "Last day; empty: open, or not known.");

    /// <summary>Words that a type of name can be: each with <c>?</c> when the name may mean something else.</summary>
    public static IReadOnlyList<string> NameTypes { get; } = [.. Codes.All<NameType>().Where(t => t is not ("person" or "place")).SelectMany(t => (string[])[t, t + "?"])];

    /// <summary>Words that an act can be: a type of event or a relation.</summary>
    public static IReadOnlyList<string> Acts { get; } = [.. Codes.All<EventType>(), .. Codes.All<Relation>()];

    /// <summary>Ways of depending.</summary>
    public static IReadOnlyList<string> Channels { get; } = ["trade", "energy", "transit", "security", "remittances", "finance"];

    /// <summary>All tables, those of names first, then those of the system.</summary>
    public static IReadOnlyList<PackTableFormat> Tables { get; } =
    [
        new("actors", "States, organisations, formats, groups, movements, treaties, projects, doctrines.",
        [
            Text("code", "ISO 3166-1 alpha-3 code of a state, the usual acronym of an organisation, the pack's own code of a format or a group.", required: true),
            Word<ActorKind>("kind", "What it is.", required: true),
            Text("name", "Its common name.", required: true),
            Word<Sector>("sector", "Sector of the actor when it acts as a whole; empty: IGO for an organisation, GOV for all others."),
            Day("founded", "First day; empty: since we do not know when."),
            Day("ended", "Last day; empty: open, or not known."),
            Source,
        ]),
        new("names", "Names by which texts call actors.",
        [
            Text("code", "Code of the actor.", required: true),
            Text("name", "The name without its article.", required: true),
            new("type", PackFieldKind.Word, "What sort of name it is; with '?' when it may mean something else.") { Required = true, Words = NameTypes },
            SectorField, From, To, Source,
        ]),
        new("people", "People whom texts name.",
        [
            Text("person", "Stable id, lower case.", required: true),
            Text("name", "The name in full.", required: true),
            Text("variants", "Other transliterations and short forms, in full.", several: true),
            Text("code", "Code of the person's state.", required: true),
            Word<Sector>("sector", "What the person is when no office of the date says better."),
            Source,
        ]),
        new("offices", "Offices that people hold.",
        [
            Text("person", "Id of the person.", required: true),
            Text("code", "Code of the state or organisation.", required: true),
            Text("office", "The office in plain words, lower case.", required: true),
            Word<Sector>("sector", "Sector of the office; empty where the actor's own holds."),
            From, To, Source,
        ]),
        new("places", "Places and the states that they lie in.",
        [
            Text("place", "Stable id, lower case.", required: true),
            Text("name", "Its common name.", required: true),
            Text("variants", "Other names.", several: true),
            Text("code", "Code of the state; empty when it lies in several."),
            Word<PlaceType>("type", "What it is.", required: true),
            Source,
        ]),
        new("ties", "What holds between actors.",
        [
            Text("subject", "Code of whose tie it is.", required: true),
            Word<Relation>("relation", "What holds.", required: true),
            Text("object", "Code of to whom; the name of a doctrine, agreement or project that has no code.", required: true),
            new("polarity", PackFieldKind.Word, "-1 where it expressly does not hold; empty: 1.") { Words = ["1", "-1"] },
            Word<Phase>("phase", "How far it has come; empty: in_force."),
            From, To,
            Text("place", "Where, as of a base."),
            Source,
        ]),
        new("words", "Ordinary words that are never taken for a surname alone nor for a garbled name.", [Text("word", "The word.", required: true), Source]),
        new("institutions", "More about actors that are institutions.",
        [
            Text("code", "Code of the institution.", required: true),
            Text("level", "Highest level at which it meets, in plain words."),
            new("areas", PackFieldKind.Word, "What it works on.") { Several = true, Words = Institution.KnownAreas },
            new("decides_by", PackFieldKind.Word, "How it decides.") { Words = Institution.KnownDecisions },
            Text("note", "A remark."),
            Source,
        ]),
        new("complete", "Lists that the pack vouches for as complete: a tie that is not among them does not hold.",
        [
            Text("code", "Code whose ties are all listed.", required: true),
            Word<Relation>("relation", "Of which relation.", required: true),
            Word<TieSide>("side", "On which side the code stands.", required: true),
            From, To, Source,
        ]),
        new("rules", "Who must, may or must not do what toward whom.",
        [
            Text("rule", "Stable id, lower case, with hyphens.", required: true),
            Text("bearer", "Whom it binds: codes, !CODE for all who do not belong to it, area:AREA for all institutions of an area.", required: true, several: true),
            Word<RuleForce>("force", "Whether it obliges, allows or forbids.", required: true),
            new("act", PackFieldKind.Word, "Type of event or relation.") { Required = true, Words = Acts },
            Text("matter", "What narrows the act, in words; empty: the whole act."),
            Text("toward", "Toward whom, as in bearer; empty: anybody.", several: true),
            Text("condition", "What must be met, in words."),
            Text("unless", "What lifts a prohibition, in words."),
            Text("consent_of", "Code whose members must all agree."),
            Text("instrument", "Code or name of the treaty, law or document."),
            From, To, Source,
        ]),
        new("positions", "Who consents or objects to whose act. They decide nothing; answers show them.",
        [
            Text("actor", "Code of who takes the position.", required: true),
            Word<PositionStand>("position", "For or against.", required: true),
            Text("bearer", "Whose act, as in rules.", required: true, several: true),
            new("act", PackFieldKind.Word, "Type of event or relation.") { Required = true, Words = Acts },
            Text("toward", "Toward whom, as in rules.", several: true),
            From, To,
            Text("note", "What was said, in your words."),
            Source,
        ]),
        new("commitments", "Who promised what to whom; how it went stands in moves.",
        [
            Text("commitment", "Stable id, lower case, with hyphens.", required: true),
            Text("by", "Codes of those who promise.", required: true, several: true),
            Text("toward", "Codes of those to whom.", several: true),
            Word<EventType>("act", "The act promised; empty when it fits no type."),
            Text("matter", "What, in words."),
            Number("amount", "How much, in plain digits; with a unit."),
            Text("unit", "ISO 4217 or a unit of the codebook (bcm, MW); with an amount."),
            Day("due", "By when."),
            Text("instrument", "Code or name of the treaty or document."),
            Source,
        ]),
        new("moves", "How commitments went.",
        [
            Text("commitment", "Id of the commitment.", required: true),
            Word<CommitmentStage>("stage", "The stage reached.", required: true),
            Day("on", "When."),
            Text("note", "What came about."),
            Source,
        ]),
        new("expectations", "What will, may or would come.",
        [
            Text("expectation", "Stable id, lower case, with hyphens.", required: true),
            Text("by", "Who expects; empty: the pack itself."),
            Text("if", "The condition, in words; empty when there is none."),
            Text("if_act", "The condition as an act to watch for: TYPE ACTOR+ACTOR > RECIPIENT, or SUBJECT relation OBJECT."),
            Text("then", "What would come, in words.", required: true),
            Text("then_act", "What would come, as an act to watch for."),
            Text("unless", "What would prevent it, in words."),
            Day("horizon", "By when; empty when open."),
            Word<Likelihood>("likelihood", "How likely it is held to be.", required: true),
            Text("actors", "Codes of those concerned.", several: true),
            Source,
        ]),
        new("aims", "What actors are said to want.",
        [
            Text("aim", "Stable id, lower case, with hyphens.", required: true),
            Text("of", "Code of whose aim it is.", required: true),
            Text("matter", "What, in words.", required: true),
            Text("toward", "Codes of those toward whom.", several: true),
            Text("ascribed_by", "Who ascribes it; empty: the pack itself."),
            From, To, Source,
        ]),
        new("levers", "Who depends on whom, and who supplies what.",
        [
            Text("subject", "Code of who depends or supplies.", required: true),
            Word<Relation>("relation", "depends_on or supplies_to.", required: true),
            Text("object", "Code of on whom or to whom, or a name.", required: true),
            new("channel", PackFieldKind.Word, "Of a dependency: by what.") { Words = Channels },
            Text("goods", "What is supplied."),
            Text("via", "Codes or projects by way of which.", several: true),
            new("licit", PackFieldKind.Word, "Whether it is lawful; empty when not said.") { Words = ["yes", "no"] },
            Number("rank", "Rank among its like; 1 is the greatest."),
            Number("share", "Share in percent."),
            Word<Phase>("phase", "How far it has come; empty: in_force."),
            From, To, Source,
        ]),
        new("figures", "What was counted.",
        [
            Word<Measure>("measure", "What was measured.", required: true),
            Number("value", "How much, in plain digits.", required: true),
            Text("unit", "ISO 4217 or a unit of the codebook.", required: true),
            Text("actors", "Codes of whom it is about.", several: true),
            From, To,
            Text("about", "What exactly was counted, in words."),
            Source,
        ]),
        new("meetings", "Meetings of formats and organisations.",
        [
            Text("institution", "Code of what met.", required: true),
            Text("level", "At which level, in plain words."),
            Day("from", "First day.", required: true),
            Day("to", "Last day; empty: the first."),
            Text("place", "Town."),
            Text("note", "A remark."),
            Source,
        ]),
        new("dossiers", "Topics that facts and findings belong to; codes or words must be given.",
        [
            Text("dossier", "Stable id, lower case, with hyphens.", required: true),
            Text("title", "Its title.", required: true),
            Text("codes", "Codes whose facts belong to it; empty when its words alone decide.", several: true),
            Text("words", "Words of which one must be in the text; empty when the codes alone decide.", several: true),
            Source,
        ]),
    ];

    /// <summary>The table of a file.</summary>
    /// <param name="file">Its name, <c>rules.tsv</c>.</param>
    public static PackTableFormat Of(string file) => Tables.First(t => t.File == file);

    private static PackField Text(string name, string description, bool required = false, bool several = false) => new(name, PackFieldKind.Text, description) { Required = required, Several = several };

    private static PackField Word<T>(string name, string description, bool required = false) where T : struct, Enum => new(name, PackFieldKind.Word, description) { Required = required, Words = Codes.All<T>() };

    private static PackField Day(string name, string description, bool required = false) => new(name, PackFieldKind.Day, description) { Required = required };

    private static PackField Number(string name, string description, bool required = false) => new(name, PackFieldKind.Number, description) { Required = required };
}
