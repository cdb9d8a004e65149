namespace Quire.Core.Mlflow;

/// <summary>The tags in which MLflow's clients keep what belongs to a prompt.</summary>
public static class MlflowKeys
{
    /// <summary><c>true</c> on everything that is a prompt, so on everything here.</summary>
    public const string IsPrompt = "mlflow.prompt.is_prompt";

    /// <summary>The text, or the messages of a chat prompt as JSON.</summary>
    public const string Text = "mlflow.prompt.text";

    /// <summary><c>text</c> or <c>chat</c>.</summary>
    public const string Type = "_mlflow_prompt_type";

    /// <summary>The schema of the answer, as JSON.</summary>
    public const string ResponseFormat = "_mlflow_prompt_response_format";

    /// <summary>The model settings, as JSON.</summary>
    public const string ModelConfig = "_mlflow_prompt_model_config";

    /// <summary>The description of a version where it is another than its commit message.</summary>
    public const string Description = "mlflow.prompt.description";

    /// <summary>The name by which clients ask for the newest version.</summary>
    public const string Latest = "latest";
}
