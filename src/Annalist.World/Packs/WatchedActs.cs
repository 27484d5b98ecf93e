using Annalist.Model;

namespace Annalist.Worlds;

/// <summary>Acts to be watched for, as packs write them: <c>ASSAULT AAA+BBB &gt; CCC</c>, <c>AAA member_of BBB</c>.</summary>
internal static class WatchedActs
{
    /// <summary>The act; null when the text is none.</summary>
    public static WatchedAct? Parse(string text)
    {
        string[] words = text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (words.Length == 3 && Codes.Parse<Relation>(words[1]) is { } relation)
        {
            return new WatchedAct { Relation = relation, Actors = Joined(words[0]), Recipients = Joined(words[2]) };
        }
        if (words.Length is not (2 or 4) || Codes.Parse<EventType>(words[0]) is not { } type || (words.Length == 4 && words[2] != ">")) return null;
        return new WatchedAct { Type = type, Actors = Joined(words[1]), Recipients = words.Length == 4 ? Joined(words[3]) : [] };
    }

    private static string[] Joined(string cell) => cell.Split('+', StringSplitOptions.RemoveEmptyEntries);
}
