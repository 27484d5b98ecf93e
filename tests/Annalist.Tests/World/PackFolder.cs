using System.Text;

namespace Annalist.Tests.Worlds;

/// <summary>A folder of packs that lives as long as the test.</summary>
internal sealed class PackFolder : IDisposable
{
    public PackFolder() => Root = Directory.CreateTempSubdirectory("annalist-packs-").FullName;

    public string Root { get; }

    /// <summary>A small sound pack; a table given replaces its own.</summary>
    public static PackFolder Small(string? actors = null, string? names = null, string? people = null, string? offices = null, string? places = null, string? ties = null, string? words = null)
    {
        var folder = new PackFolder();
        folder.Write("small/manifest.json", """{ "id": "small", "version": "1.0", "title": "Small", "requires": [] }""");
        folder.Write("small/actors.tsv", "code\tkind\tname\tsector\tfounded\tended\tsource\n" + (actors ?? Actors));
        if (names is not null) folder.Write("small/names.tsv", "code\tname\ttype\tsector\tfrom\tto\tsource\n" + names);
        if (people is not null) folder.Write("small/people.tsv", "person\tname\tvariants\tcode\tsector\tsource\n" + people);
        if (offices is not null) folder.Write("small/offices.tsv", "person\tcode\toffice\tsector\tfrom\tto\tsource\n" + offices);
        if (places is not null) folder.Write("small/places.tsv", "place\tname\tvariants\tcode\ttype\tsource\n" + places);
        if (ties is not null) folder.Write("small/ties.tsv", "subject\trelation\tobject\tpolarity\tphase\tfrom\tto\tplace\tsource\n" + ties);
        if (words is not null) folder.Write("small/words.tsv", "word\tsource\n" + words);
        return folder;
    }

    public const string Actors = "RUR\tstate\tRuritania\tGOV\t\t\tx\nFRE\tstate\tFreedonia\tGOV\t\t\tx\nLOG\torganisation\tLeague of Grand Fenwick\tIGO\t\t\tx\n";

    public void Write(string path, string text) => WriteBytes(path, Encoding.UTF8.GetBytes(text));

    public void WriteBytes(string path, byte[] bytes)
    {
        string file = Path.Combine(Root, path);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllBytes(file, bytes);
    }

    public void Dispose() => Directory.Delete(Root, true);
}
