using Annalist.Model;
using Annalist.Worlds;
using FsCheck;
using FsCheck.Fluent;
using Microsoft.FSharp.Core;

namespace Annalist.Tests.Worlds;

/// <summary>What is true of every answer, whatever was read.</summary>
public sealed class AnswerPropertyTests
{
    private static readonly DateTimeOffset Then = new(2022, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private static readonly Config Runs = Config.QuickThrowOnFailure.WithMaxTest(25).WithReplay(FSharpOption<Replay>.Some(new Replay(new Rnd(20251121UL, 7UL), null))).WithQuietOnSuccess(true);
    private static readonly Arbitrary<int[]> Numbers = Gen.Choose(0, 100_000).ArrayOf().ToArbitrary();

    [Fact]
    public void Answers_do_not_depend_on_what_was_learned_later() => Holds(numbers =>
    {
        ToldFinding[] told = [.. numbers.Select((n, i) => RandomFindings.Make(n) with { Learned = i % 2 == 0 ? Then : Then.AddDays(i), Judged = Then.AddDays(i % 3 == 0 ? 1 : -1) })];
        IEnumerable<ToldFinding> known = told.Where(t => t.Learned <= Then).Select(t => t.Judged <= Then ? t : new ToldFinding(t.Finding, t.Outlet, t.Told, t.Learned));
        return RandomFindings.Answers(SystemView.Of(TinyWorld.World, told, Then)) == RandomFindings.Answers(SystemView.Of(TinyWorld.World, known));
    });

    [Fact]
    public void Facts_about_others_change_no_answer() => Holds(numbers =>
    {
        ToldFinding[] told = [.. numbers.Select(n => RandomFindings.Make(n))];
        ToldFinding[] others = [.. numbers.Select(n => RandomFindings.Make(n + 1, strangers: true))];
        return RandomFindings.Answers(TinyWorld.With([.. told, .. others])) == RandomFindings.Answers(TinyWorld.With(told));
    });

    [Fact]
    public void Every_receipt_of_an_answer_is_there() => Holds(numbers =>
    {
        ToldFinding[] told = [.. numbers.Select(n => RandomFindings.Make(n))];
        HashSet<string> ids = [.. told.Select(t => t.Finding.Id)];
        var questions = new Questions(TinyWorld.With(told));
        return RandomFindings.Questions.SelectMany(q => questions.Ask(q).Lines)
            .All(l => l.Receipt.Layer == Layer.Pack ? PackLine(l.Receipt) is { } line && Tells(line, l.Fact) : ids.Contains(l.Receipt.Finding!))
            && RandomFindings.Questions.SelectMany(q => questions.Ask(q).Lines).SelectMany(l => l.Others).All(r => r.Layer == Layer.Pack ? PackLine(r) is not null : ids.Contains(r.Finding!));
    });

    [Fact]
    public void The_order_in_which_findings_come_changes_no_answer() => Holds(numbers =>
    {
        ToldFinding[] told = [.. numbers.Distinct().Select(n => RandomFindings.Make(n))];
        ToldFinding[] mixed = [.. told];
        new Random(numbers.Length).Shuffle(mixed);
        return RandomFindings.Answers(TinyWorld.With(told)) == RandomFindings.Answers(TinyWorld.With(mixed));
    });

    [Fact]
    public void Asking_again_and_on_several_threads_gives_the_same() => Holds(numbers =>
    {
        var view = TinyWorld.With([.. numbers.Select(n => RandomFindings.Make(n))]);
        string[] each = [.. Enumerable.Range(0, 4).AsParallel().WithDegreeOfParallelism(4).Select(_ => RandomFindings.Answers(view))];
        return each.Append(RandomFindings.Answers(view)).Distinct().Count() == 1;
    });

    [Fact]
    public void No_text_asked_throws_anything_but_what_says_what_is_wrong_with_it() => Holds(numbers => numbers.All(n =>
    {
        try
        {
            new Questions(TinyWorld.Packs).Ask(Question.Parse(RandomQuestion(new Random(n))));
            return true;
        }
        catch (QuestionException e)
        {
            return e.Message.Length > 0 && e.Remedy.Length > 0;
        }
    }));

    private static void Holds(Func<int[], bool> property) => Prop.ForAll(Numbers, property).Check(Runs);

    private static string RandomQuestion(Random random)
    {
        string[] keys = ["find", "ask", "at", "scope", "told_in", "subject", "relation", "object", "bearer", "act", "if", "by", "toward", "stage", "measure", "year", "value", "type", "actors", "speaker", "contains", "state", "of", "over", "sides", "polarity", "rank", "licit", "other"];
        string[] values = ["\"tie\"", "\"rule\"", "\"may\"", "\"AVO\"", "\"PACT\"", "\"member_of\"", "\"2019-02-30\"", "\"2019\"", "0", "-1", "1e99", "99999", "2019.5", "true", "null", "[]", "[1]", "[\"AVO\",\"MAG\"]", "{}", "[{\"report\":\"r1\",\"says\":\"x\"}]", "\"\"", "\"\\ud800\"", "\"\ud800\"", "\"reports\"", "\"AVO member_of PACT ended\"", "[[[[[[[[[[1]]]]]]]]]]"];
        string[] kinds = ["tie", "rule", "commitment", "figure", "event", "statement", "expectation", "aim", "dispute"];
        string Pick(string[] from) => from[random.Next(from.Length)];
        string body = string.Join(',', Enumerable.Range(0, random.Next(6)).Select(_ => $"\"{Pick(keys)}\":{Pick(values)}"));
        string text = random.Next(3) == 0 ? $"{{{body}}}" : $"{{\"find\":\"{Pick(kinds)}\"{(body.Length > 0 ? "," : "")}{body}}}";
        // One in four is cut or has a character changed.
        if (random.Next(4) > 0) return text;
        int at = random.Next(text.Length);
        return random.Next(2) == 0 ? text[..at] : text[..at] + (char)random.Next(0x10000) + text[(at + 1)..];
    }

    private static string[]? PackLine(Receipt r)
    {
        if (r.Pack != "tiny" || r.Line is null) return null;
        string[] parts = r.Line.Split(':');
        string[] lines = TinyWorld.Tables[parts[0]].ReplaceLineEndings("\n").Split('\n');
        int line = int.Parse(parts[1], System.Globalization.CultureInfo.InvariantCulture);
        return line >= 2 && line <= lines.Length ? lines[line - 1].Split(';') : null;
    }

    private static bool Tells(string[] cells, object fact) => fact switch
    {
        WorldTie { Office: { } office } t => cells[1] == t.Object && cells[2] == office,
        WorldTie t => (cells[0], cells[1], cells[2]) == (t.Subject, Codes.Of(t.Relation), t.Object),
        WorldRule r => cells[0] == r.Id && cells[3] == r.Act,
        WorldCommitment c => cells[0] == c.Id,
        WorldExpectation e => cells[0] == e.Id,
        WorldAim a => cells[0] == a.Id,
        WorldFigure f => cells[0] == Codes.Of(f.Measure) && cells[1] == Sayings.Number(f.Value),
        Position p => cells[0] == p.Actor && cells[3] == p.Act,
        CompleteList c => cells[0] == c.Code && cells[1] == Codes.Of(c.Relation),
        _ => false,
    };
}
