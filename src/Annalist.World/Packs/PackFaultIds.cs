namespace Annalist.Worlds;

/// <summary>All ids that a <see cref="PackFault"/> can carry. An id never changes its meaning.</summary>
public static class PackFaultIds
{
    /// <summary>The folder holds no pack.</summary>
    public const string NoPack = "no-pack";

    /// <summary>A pack has no <c>manifest.json</c>.</summary>
    public const string ManifestMissing = "manifest-missing";

    /// <summary><c>manifest.json</c> is no JSON, or a key is missing or of the wrong kind.</summary>
    public const string ManifestBad = "manifest-bad";

    /// <summary>Two folders hold a pack of the same id.</summary>
    public const string PackDoubled = "pack-doubled";

    /// <summary>A pack builds on one that is not there.</summary>
    public const string RequiresUnknown = "requires-unknown";

    /// <summary>Packs build on each other in a circle.</summary>
    public const string RequiresCircle = "requires-circle";

    /// <summary>A table that must be there is not.</summary>
    public const string TableMissing = "table-missing";

    /// <summary>A table has a column that the format does not know.</summary>
    public const string ColumnUnknown = "column-unknown";

    /// <summary>A table lacks a column.</summary>
    public const string ColumnMissing = "column-missing";

    /// <summary>A line has more or fewer cells than the header.</summary>
    public const string CellCount = "cell-count";

    /// <summary>Bytes that are not UTF-8.</summary>
    public const string NotUtf8 = "not-utf8";

    /// <summary>A carriage return, or another control character.</summary>
    public const string ControlCharacter = "control-character";

    /// <summary>Spaces before or after a cell's words.</summary>
    public const string StraySpace = "stray-space";

    /// <summary>A cell that must be filled is empty.</summary>
    public const string CellEmpty = "cell-empty";

    /// <summary>A name is empty.</summary>
    public const string NameEmpty = "name-empty";

    /// <summary>A line names no source.</summary>
    public const string SourceMissing = "source-missing";

    /// <summary>An actor's code is given twice.</summary>
    public const string CodeDoubled = "code-doubled";

    /// <summary>A person's id is given twice.</summary>
    public const string PersonDoubled = "person-doubled";

    /// <summary>A place's id is given twice.</summary>
    public const string PlaceDoubled = "place-doubled";

    /// <summary>The same line stands there twice.</summary>
    public const string LineDoubled = "line-doubled";

    /// <summary>A code that no actor has.</summary>
    public const string CodeUnknown = "code-unknown";

    /// <summary>A person's id that nobody has.</summary>
    public const string PersonUnknown = "person-unknown";

    /// <summary>A kind of actor that does not exist.</summary>
    public const string KindUnknown = "kind-unknown";

    /// <summary>A type of name or place that does not exist.</summary>
    public const string TypeUnknown = "type-unknown";

    /// <summary>A sector that does not exist.</summary>
    public const string SectorUnknown = "sector-unknown";

    /// <summary>A relation that does not exist.</summary>
    public const string RelationUnknown = "relation-unknown";

    /// <summary>A phase that does not exist.</summary>
    public const string PhaseUnknown = "phase-unknown";

    /// <summary>A polarity other than 1 and -1.</summary>
    public const string PolarityBad = "polarity-bad";

    /// <summary>A day that is none.</summary>
    public const string DayBad = "day-bad";

    /// <summary>A beginning after the end.</summary>
    public const string DaysReversed = "days-reversed";

    /// <summary>Two holders of a seat for one at the same time.</summary>
    public const string OfficeOverlap = "office-overlap";

    /// <summary>A name of two actors at one time, without the mark of doubt.</summary>
    public const string NameAmbiguous = "name-ambiguous";

    /// <summary>A number that is none.</summary>
    public const string NumberBad = "number-bad";

    /// <summary>A word that the column does not know.</summary>
    public const string WordUnknown = "word-unknown";

    /// <summary>An act that is neither a type of event nor a relation, or one to be watched for that cannot be read.</summary>
    public const string ActUnknown = "act-unknown";

    /// <summary>An id of a rule, commitment, expectation, aim or dossier given twice.</summary>
    public const string IdDoubled = "id-doubled";

    /// <summary>A move of a commitment that nobody knows.</summary>
    public const string CommitmentUnknown = "commitment-unknown";

    /// <summary>An amount without a unit, or a unit without an amount.</summary>
    public const string UnitMissing = "unit-missing";

    /// <summary>All ids, for tests and documentation.</summary>
    public static IReadOnlyList<string> All { get; } =
    [
        NoPack, ManifestMissing, ManifestBad, PackDoubled, RequiresUnknown, RequiresCircle, TableMissing, ColumnUnknown, ColumnMissing, CellCount, NotUtf8,
        ControlCharacter, StraySpace, CellEmpty, NameEmpty, SourceMissing, CodeDoubled, PersonDoubled, PlaceDoubled, LineDoubled, CodeUnknown, PersonUnknown,
        KindUnknown, TypeUnknown, SectorUnknown, RelationUnknown, PhaseUnknown, PolarityBad, DayBad, DaysReversed, OfficeOverlap, NameAmbiguous, NumberBad, WordUnknown, ActUnknown, IdDoubled, CommitmentUnknown, UnitMissing,
    ];
}
