namespace Quire.Core.Imports;

/// <summary>The forms in which prompts come from elsewhere.</summary>
public enum ImportFormat
{
    /// <summary>Told by the file's name and first bytes.</summary>
    Auto,

    /// <summary>Files as they shall stand in the project: a zip of them, or one alone.</summary>
    Files,

    /// <summary>A table with a line of headings.</summary>
    Csv,

    /// <summary>A list of prompts in JSON or JSON Lines.</summary>
    Json,

    /// <summary>Prompts as Langfuse's API and its exports write them.</summary>
    Langfuse,

    /// <summary>Registered models and their versions as MLflow's API writes them.</summary>
    Mlflow,

    /// <summary>Manifests of LangSmith: LangChain's constructor format, read as data.</summary>
    LangSmith,

    /// <summary>Prompty files.</summary>
    Prompty,

    /// <summary>The <c>.prompt.yml</c> files of GitHub Models.</summary>
    GitHub,
}
