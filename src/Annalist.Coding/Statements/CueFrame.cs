using System.Text.Json.Serialization;
using Annalist.Model;

namespace Annalist.Coding;

/// <summary>How the words of a statement hang on its cue.</summary>
[JsonConverter(typeof(CodeConverter<CueFrame>))]
public enum CueFrame
{
    /// <summary>A complement clause: "said that it rained".</summary>
    Clause,

    /// <summary>A quotation beside it: "“It rains,” he said".</summary>
    Quote,

    /// <summary>The cue is put into or after the words: "it rains, he said".</summary>
    Insert,

    /// <summary>Its object: "denied reports of rain".</summary>
    Object,

    /// <summary>What stands after "of": "boasted of having won".</summary>
    Of,

    /// <summary>An object set at an amount: "put the losses at ten".</summary>
    At,

    /// <summary>An object and what it is called: "called it a shame".</summary>
    Predicate,

    /// <summary>Whatever part of the clause stands in quotation marks: "thanked them for “a night's work”".</summary>
    Quoted,

    /// <summary>The phrase names the source of the rest of the sentence: "according to the mayor".</summary>
    Source,
}
