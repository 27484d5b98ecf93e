using System.Text.Json.Serialization;

namespace Annalist.Model;

/// <summary>One line of the record, <c>kind</c> first (design, section 3). Immutable.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "kind")]
[JsonDerivedType(typeof(Report), "report")]
[JsonDerivedType(typeof(Event), "event")]
[JsonDerivedType(typeof(Statement), "statement")]
[JsonDerivedType(typeof(Tie), "tie")]
[JsonDerivedType(typeof(Figure), "figure")]
[JsonDerivedType(typeof(Rule), "rule")]
[JsonDerivedType(typeof(Commitment), "commitment")]
[JsonDerivedType(typeof(Expectation), "expectation")]
[JsonDerivedType(typeof(Aim), "aim")]
public abstract record Record
{
    private protected Record() { }
}
