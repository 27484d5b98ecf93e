using Annalist.Coding;
using Annalist.Model;

namespace Annalist.Web.Reviewing;

/// <summary>The fields of each kind of finding that a person may edit, in the order in which forms show them (codebook 3 to 7b).</summary>
public sealed class FieldBook
{
    private readonly Dictionary<string, IReadOnlyList<Field>> fields;

    public FieldBook(Codebook codebook)
    {
        IReadOnlyList<string> sectors = Codes.All<Sector>();
        IReadOnlyList<string> types = Codes.All<EventType>();
        string[] modes = [.. Enum.GetValues<EventType>().SelectMany(t => codebook.Type(t).Modes.Keys).Distinct().Order(StringComparer.Ordinal)];
        string[] contexts = [.. codebook.Contexts.Select(c => c.Context).Distinct()];
        fields = new(StringComparer.Ordinal)
        {
            ["event"] =
            [
                new("type", "Type", FieldShape.Choice, true, types), new("modes", "Modes", FieldShape.Choices, false, modes), new("status", "Status", FieldShape.Choice, true, Codes.All<EventStatus>()),
                new("actors", "Actors", FieldShape.Parties, true), new("recipients", "Recipients", FieldShape.Parties), new("from", "From", FieldShape.Day), new("to", "To", FieldShape.Day),
                new("place", "Place", FieldShape.Text), new("matter", "Matter", FieldShape.Text), new("context", "Context", FieldShape.Choices, false, contexts), new("attributed_to", "Told by", FieldShape.Text),
            ],
            ["statement"] =
            [
                new("speaker", "Speaker", FieldShape.Text), new("speaker_code", "Speaks for", FieldShape.Code, true), new("speaker_sector", "Sector", FieldShape.Choice, true, sectors), new("role", "Role", FieldShape.Text),
                new("cue", "Cue", FieldShape.Quote), new("form", "Form", FieldShape.Choice, true, Codes.All<StatementForm>()), new("content", "Content", FieldShape.Quote, true), new("about", "About", FieldShape.Codes), new("stance", "Stance", FieldShape.Stances),
            ],
            ["tie"] =
            [
                new("subject", "Subject", FieldShape.Code, true), new("relation", "Relation", FieldShape.Choice, true, Codes.All<Relation>()), new("object", "Object", FieldShape.CodeOrName, true), new("polarity", "Holds", FieldShape.Choice, true, ["1", "-1"]),
                new("phase", "Phase", FieldShape.Choice, true, Codes.All<Phase>()), new("from", "From", FieldShape.Day), new("to", "To", FieldShape.Day), new("office", "Office", FieldShape.Text), new("place", "Place", FieldShape.Text), new("goods", "Goods", FieldShape.Text),
            ],
            ["figure"] =
            [
                new("measure", "Measure", FieldShape.Choice, true, Codes.All<Measure>()), new("value", "Value", FieldShape.Number, true), new("unit", "Unit", FieldShape.Text), new("actors", "Of", FieldShape.Codes), new("from", "From", FieldShape.Day), new("to", "To", FieldShape.Day),
            ],
            ["rule"] =
            [
                new("bearer", "Bearer", FieldShape.Codes, true), new("force", "Force", FieldShape.Choice, true, Codes.All<RuleForce>()), new("act", "Act", FieldShape.Text, true), new("toward", "Toward", FieldShape.Codes), new("condition", "Condition", FieldShape.Text),
                new("consent_of", "Consent of", FieldShape.Code), new("instrument", "Instrument", FieldShape.Text), new("from", "From", FieldShape.Day), new("to", "To", FieldShape.Day),
            ],
            ["commitment"] =
            [
                new("by", "By", FieldShape.Codes, true), new("toward", "Toward", FieldShape.Codes), new("act", "Act", FieldShape.Choice, false, types), new("matter", "Matter", FieldShape.Text), new("amount", "Amount", FieldShape.Number), new("unit", "Unit", FieldShape.Text),
                new("due", "Due", FieldShape.Day), new("stage", "Stage", FieldShape.Choice, true, Codes.All<CommitmentStage>()), new("instrument", "Instrument", FieldShape.Text),
            ],
            ["expectation"] =
            [
                new("by", "By", FieldShape.Text), new("if", "If", FieldShape.Text), new("then", "Then", FieldShape.Text, true), new("unless", "Unless", FieldShape.Text), new("horizon", "Horizon", FieldShape.Day),
                new("likelihood", "Likelihood", FieldShape.Choice, true, Codes.All<Likelihood>()), new("actors", "Actors", FieldShape.Codes),
            ],
            ["aim"] = [new("of", "Of", FieldShape.Code, true), new("matter", "Matter", FieldShape.Text, true), new("toward", "Toward", FieldShape.Codes), new("ascribed_by", "Ascribed by", FieldShape.Text)],
        };
    }

    /// <summary>The fields of a kind.</summary>
    /// <exception cref="KeyNotFoundException">There is no such kind.</exception>
    public IReadOnlyList<Field> Of(string kind) => fields[kind];

    /// <summary>True when the kind is one.</summary>
    public bool Has(string kind) => fields.ContainsKey(kind);
}
