using Annalist.Language;
using Annalist.Model;

namespace Annalist.Coding;

/// <summary>A mention while it is being read; becomes an <see cref="ActorMention"/> once everything around it is known. Lives inside <see cref="MentionFinder"/> only.</summary>
internal sealed class Draft
{
    public required Sentence Sentence { get; init; }

    public required int First { get; set; }

    public required int Last { get; set; }

    public required MentionKind Kind { get; set; }

    public List<string> Codes { get; init; } = [];

    public Sector? Sector { get; set; }

    public string? Name { get; set; }

    public string? Role { get; set; }

    public string? Person { get; set; }

    public Role? RoleNoun { get; set; }

    /// <summary>Lemma of the body that the role leads or belongs to, when its phrase has one ("the committee's deputy head"); null otherwise.</summary>
    public string? Body { get; set; }

    /// <summary>One past the role's own words where the name stands behind them; null otherwise.</summary>
    public int? RoleLast { get; set; }

    public bool IsPerson { get; set; }

    public bool Plural { get; set; }

    public double Confidence { get; set; } = 1;

    public List<string> Notes { get; } = [];

    /// <summary>True when it points back ("the minister", "he") or is bare ("police") and waits for an antecedent.</summary>
    public bool Pending { get; set; }

    /// <summary>True when the name is a place that stands for no actor by itself (a city that is no capital).</summary>
    public bool PlaceOnly { get; init; }

    /// <summary>State of a dateline's place; null for every other draft.</summary>
    public string? Dateline { get; init; }

    /// <summary>True when a capital or seat is only where something happens: "met in Vienna", "arrived from Rome".</summary>
    public bool IsWhere => Kind == MentionKind.Seat && Sentence.Tokens[Head].Relation is "obl" or "nmod" && Sentence.Children(Head).Any(c => Sentence.Tokens[c].Relation == "case" && Sentence.Tokens[c].Lemma is "in" or "at" or "near" or "from" or "outside" or "around" or "through" or "via");

    /// <summary>The token that the tree hangs the stretch on: the first whose head lies outside it.</summary>
    public int Head
    {
        get
        {
            for (int i = First; i < Last; i++)
            {
                int head = Sentence.Tokens[i].Head;
                if ((head < First || head >= Last) && Sentence.Tokens[i].Upos is not ("PUNCT" or "DET" or "ADP")) return i;
            }
            return Last - 1;
        }
    }

    /// <summary>What a pronoun was resolved to.</summary>
    public Draft? Antecedent { get; set; }

    public bool IsSubject => Sentence.Tokens[Head].Relation is "nsubj";

    public TextSpan Span => Sentence.SpanOf(Enumerable.Range(First, Last - First));

    public ActorMention Build(string text)
    {
        TextSpan span = Span;
        return new ActorMention
        {
            Sentence = Sentence.Index,
            First = First,
            Last = Last,
            Head = Head,
            Span = span,
            Text = span.Cut(text),
            Codes = [.. Codes],
            Sector = Sector ?? Model.Sector.Unk,
            Name = Name,
            Role = Role,
            Person = Person,
            Kind = Kind,
            IsPerson = IsPerson,
            Antecedent = Antecedent is { } a && a.Sentence == Sentence ? a.Antecedent?.Span ?? a.Span : null,
            Confidence = Confidence,
            Notes = [.. Notes],
        };
    }
}
