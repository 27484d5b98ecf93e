using System.CommandLine;
using Annalist.Cli.Output;
using Annalist.Worlds;

namespace Annalist.Cli.Commands;

/// <summary><c>annalist ask '{…}'</c></summary>
internal static class AskCommand
{
    public static Command Build(Host host)
    {
        Argument<string> question = new("QUESTION") { Description = "A JSON object with 'find' and what is asked; - reads one a line from standard input" };
        var options = new WorldOptions();
        var command = new Command("ask", "Answers a question put as JSON: ties, rules, commitments, figures, events, statements, expectations, aims, disputes.") { question };
        options.AddTo(command);
        command.SetAction(parsed =>
        {
            string text = parsed.GetValue(question)!;
            bool many = text == "-";
            // A bad question is told before the packs are read.
            Question? one = many ? null : Dated(Question.Parse(text), options.At(parsed));
            var questions = new Questions(options.View(parsed));
            OutputFormat format = options.Format(parsed, host);
            if (one is not null)
            {
                AnswerOutput.Write(host, [questions.Ask(one)], format);
                return ExitCodes.Done;
            }
            using var input = new StreamReader(host.Input, Host.Utf8);
            int line = 0, wrong = 0;
            IEnumerable<Answer> Each()
            {
                while (input.ReadLine() is { } next)
                {
                    line++;
                    if (string.IsNullOrWhiteSpace(next)) continue;
                    host.Stop.ThrowIfCancellationRequested();
                    Answer? answer = null;
                    try
                    {
                        answer = questions.Ask(Dated(Question.Parse(next), options.At(parsed)));
                    }
                    catch (QuestionException e)
                    {
                        wrong++;
                        host.Error.WriteLine($"annalist: line {line}: {e.Message}: {e.Remedy}");
                    }
                    if (answer is not null) yield return answer;
                    // Whoever pairs answers with questions by their place finds one for each.
                    else if (format == OutputFormat.Jsonl) yield return new Answer { Find = "error", Reason = $"line {line} is no question" };
                }
            }
            AnswerOutput.Write(host, Each(), format);
            return wrong > 0 ? ExitCodes.SetAside : ExitCodes.Done;
        });
        return command;
    }

    private static Question Dated(Question question, DateOnly? at) => at is { } day && question.Days.Count == 0 ? question.At(day) : question;
}
