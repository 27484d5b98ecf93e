namespace Annalist.Web.Reviewing;

/// <summary>What a person wrote into a field cannot be taken.</summary>
/// <param name="field">Label of the field.</param>
/// <param name="message">What is wrong with it.</param>
/// <param name="remedy">What to write instead.</param>
public sealed class FieldException(string field, string message, string remedy) : Exception(message)
{
    /// <summary>Label of the field.</summary>
    public string Field { get; } = field;

    /// <summary>What to write instead.</summary>
    public string Remedy { get; } = remedy;
}
