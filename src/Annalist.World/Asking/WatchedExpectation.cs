namespace Annalist.Worlds;

/// <summary>An expectation and what has become of it by a day.</summary>
/// <param name="Expectation">The expectation.</param>
/// <param name="State">What has become of it.</param>
/// <param name="Since">From when it is so: the day of the act, or the day after the horizon; null while open, and when the act has no day.</param>
/// <param name="Trigger">The act or tie that meets the condition; null when none has been read.</param>
/// <param name="Outcome">The act or tie that is what it foresaw; null when none has been read.</param>
public sealed record WatchedExpectation(Held<WorldExpectation> Expectation, ExpectationState State, DateOnly? Since, AnswerLine? Trigger, AnswerLine? Outcome);
