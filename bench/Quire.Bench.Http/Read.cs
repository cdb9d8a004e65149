namespace Quire.Bench.Http;

/// <summary>A read that is measured.</summary>
/// <param name="Name">A word for it.</param>
/// <param name="Meaning">What it is, for people.</param>
/// <param name="Target">Path and query.</param>
/// <param name="Basic">Whether the key comes as the password of Basic, as Langfuse's clients send it.</param>
/// <param name="Unchanged">Whether the client has the answer already.</param>
internal sealed record Read(string Name, string Meaning, string Target, bool Basic = false, bool Unchanged = false)
{
    private const string Prompts = "/api/v1/orgs/main/projects/prompts/prompts/support%2Fanswer";

    /// <summary>What is measured, in this order.</summary>
    public static IReadOnlyList<Read> All { get; } =
    [
        new("version", "GET one version by number", Prompts + "/versions/1"),
        new("alias", "GET one version by alias", Prompts + "?alias=production"),
        new("unchanged", "GET by alias, If-None-Match (304)", Prompts + "?alias=production", Unchanged: true),
        new("langfuse", "GET as Langfuse's clients do", "/api/public/v2/prompts/support%2Fanswer?label=production", Basic: true),
        new("mlflow", "GET as MLflow's clients do", "/api/2.0/mlflow/registered-models/alias?name=support.answer&alias=production"),
    ];
}
