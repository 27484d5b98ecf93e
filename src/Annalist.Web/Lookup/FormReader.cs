using System.Globalization;
using Annalist.Model;
using Annalist.Web.Text;
using Annalist.Worlds;
using Microsoft.AspNetCore.Http;

namespace Annalist.Web.Lookup;

/// <summary>Values of a form that was sent in an address. What cannot be understood goes to the troubles, as a sentence, and counts as not given.</summary>
internal sealed class FormReader(HttpRequest request, World world, List<string> troubles)
{
    private const int MostLetters = 200;

    /// <summary>The page, from 1.</summary>
    public int Page => int.TryParse(request.Query["page"], NumberStyles.None, CultureInfo.InvariantCulture, out int n) && n is >= 1 and <= 1_000_000 ? n : 1;

    /// <summary>Text without blanks around it; null when nothing was given. Nothing that is asked for is longer than what is kept of it.</summary>
    public static string? Text(HttpRequest request, string name) => request.Query[name].ToString().Trim() is { Length: > 0 } text ? text.Length > MostLetters ? text[..MostLetters] : text : null;

    /// <summary>An actor's code.</summary>
    public string? Code(string name)
    {
        (string? code, string? trouble) = CodeReader.Read(world, Text(request, name));
        if (trouble is not null) troubles.Add(trouble);
        return code;
    }

    /// <summary>A day.</summary>
    public DateOnly? Day(string name)
    {
        string? text = Text(request, name);
        DateOnly? day = Days.Parse(text);
        if (text is not null && day is null) troubles.Add($"“{FindingText.Short(text, 40)}” is no day: write it as 2023-09-19.");
        return day;
    }

    /// <summary>One of the values of an enum, in the record's spelling.</summary>
    public T? Choice<T>(string name) where T : struct, Enum
    {
        string? text = Text(request, name);
        T? value = Codes.Parse<T>(text) ?? Codes.Parse<T>(Codes.All<T>().FirstOrDefault(c => string.Equals(c, text, StringComparison.OrdinalIgnoreCase)));
        if (text is not null && value is null) troubles.Add($"“{FindingText.Short(text, 40)}” is none of {string.Join(", ", Codes.All<T>())}.");
        return value;
    }
}
