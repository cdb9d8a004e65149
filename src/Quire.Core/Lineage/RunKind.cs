namespace Quire.Core.Lineage;

/// <summary>What a run was for.</summary>
public enum RunKind
{
    /// <summary>Prompts were judged.</summary>
    Evaluation,

    /// <summary>Prompts were tried.</summary>
    Experiment,

    /// <summary>Prompts went into service.</summary>
    Deployment,
}
