namespace Annalist.Analysis.Evaluation;

/// <summary>What became of a finding in the pairing of a run with gold.</summary>
public enum PairingOutcome
{
    /// <summary>Gold and run have it, with full credit.</summary>
    Right,

    /// <summary>Gold and run have it, with part of the credit.</summary>
    Part,

    /// <summary>Gold alone has it.</summary>
    Missed,

    /// <summary>The run alone has it.</summary>
    FalseFind,
}
