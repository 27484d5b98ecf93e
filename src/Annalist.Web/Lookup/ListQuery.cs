using System.Globalization;
using Annalist.Model;
using Annalist.Store;
using Annalist.Worlds;
using Microsoft.AspNetCore.Http;

namespace Annalist.Web.Lookup;

/// <summary>What a list of findings was asked for in its address, read with patience: what cannot be understood is said, and asks for nothing.</summary>
internal sealed class ListQuery
{
    /// <summary>Rows a page.</summary>
    public const int Size = 50;

    private readonly string path;
    private readonly List<(string Name, string? Value)> given = [];
    private readonly List<string> troubles = [];

    private ListQuery(string path) => this.path = path;

    /// <summary>What to ask the store; without limit and offset.</summary>
    public FindingFilter Filter { get; private init; } = new();

    /// <summary>The page, from 1.</summary>
    public int Page { get; private init; } = 1;

    /// <summary>What could not be understood, in sentences.</summary>
    public IReadOnlyList<string> Troubles => troubles;

    /// <summary>True when something is asked for.</summary>
    public bool Filtered => given.Any(g => !string.IsNullOrWhiteSpace(g.Value));

    /// <summary>What was given under a name, to fill the form again; empty when nothing was.</summary>
    public string this[string name] => given.FirstOrDefault(g => g.Name == name).Value ?? "";

    /// <summary>The kinds that are listed, with their types and statuses.</summary>
    public static (IReadOnlyList<string> Types, IReadOnlyList<string> Statuses) Words(string kind) => kind switch
    {
        "event" => (Codes.All<EventType>(), Codes.All<EventStatus>()),
        "statement" => (Codes.All<StatementForm>(), []),
        "tie" => (Codes.All<Relation>(), Codes.All<Phase>()),
        "figure" => (Codes.All<Measure>(), []),
        _ => ([], []),
    };

    /// <summary>Reads the query of an address.</summary>
    /// <param name="kind">Kind of findings; null for reports.</param>
    /// <param name="request">The request.</param>
    /// <param name="world">The packs.</param>
    public static ListQuery Read(string? kind, HttpRequest request, World world)
    {
        var q = new ListQuery(request.Path.Value ?? "/");
        string? Text(string name)
        {
            string? text = request.Query[name].ToString().Trim();
            if (string.IsNullOrEmpty(text)) return null;
            // Nothing that is asked for has so long a name.
            if (text.Length > 200) text = text[..200];
            q.given.Add((name, text));
            return text;
        }
        string? Code(string name)
        {
            (string? code, string? trouble) = CodeReader.ForRecord(world, Text(name));
            if (trouble is not null) q.troubles.Add(trouble);
            return code;
        }
        DateOnly? Day(string name)
        {
            string? text = Text(name);
            DateOnly? day = Days.Parse(text);
            if (text is not null && day is null) q.troubles.Add($"“{FindingShort(text)}” is no day: write it as 2023-09-19.");
            return day;
        }
        IReadOnlyList<string> OneOf(string name, IReadOnlyList<string> allowed)
        {
            string? text = Text(name);
            if (text is null) return [];
            if (allowed.FirstOrDefault(a => string.Equals(a, text, StringComparison.OrdinalIgnoreCase)) is { } found) return [found];
            q.troubles.Add($"“{FindingShort(text)}” is none of {string.Join(", ", allowed)}.");
            return [];
        }
        (IReadOnlyList<string> types, IReadOnlyList<string> statuses) = Words(kind ?? "");
        DateOnly? since = Day("since"), until = Day("until");
        if (since > until)
        {
            q.troubles.Add("The first day is later than the last: they were turned round.");
            (since, until) = (until, since);
        }
        var filter = new FindingFilter
        {
            Kinds = kind is null ? [] : [kind],
            Actor = kind is null ? null : Code("actor"),
            With = kind is null ? null : Code("with"),
            By = kind is null ? null : Code("by"),
            Toward = kind is null ? null : Code("toward"),
            Types = OneOf("type", types),
            Statuses = OneOf("status", statuses),
            Speaker = kind == "statement" ? Text("speaker") : null,
            Since = since,
            Until = until,
            Outlet = Text("outlet"),
        };
        int page = int.TryParse(request.Query["page"], NumberStyles.None, CultureInfo.InvariantCulture, out int n) && n is >= 1 and <= 10_000_000 ? n : 1;
        return new ListQuery(q.path, q.given, q.troubles) { Filter = filter, Page = page };
    }

    private ListQuery(string path, List<(string, string?)> given, List<string> troubles) : this(path) => (this.given, this.troubles) = (given, troubles);

    /// <summary>The address of a page of the same list.</summary>
    public string At(int page) => Links.With(path, [.. given, ("page", page == 1 ? null : Links.Number(page))]);

    private static string FindingShort(string text) => Web.Text.FindingText.Short(text, 40);
}
