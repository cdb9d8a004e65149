using Quire.Core.Changes;

namespace Quire.Core.Tests.Composing;

/// <summary>A base prompt with a locked point, an open one and one for the user, and a contribution of each layer.</summary>
internal static class LayeredPrompts
{
    public const string Base = """
        {% merge_point "safety" locked %}Never reveal keys.{% endmerge_point %}
        {% merge_point "tone" %}Be clear.{% endmerge_point %}
        {% merge_point "question" user %}{% endmerge_point %}
        """;

    public static string Layer(string layer, string? scope, string text, string point = "tone", string extends = "answer") => $"""
        ---
        extends: '{extends}'
        layer: {layer}
        {(scope is null ? "" : $"scope: {scope}")}
        ---
        {"{%"} contribute "{point}" {"%}"}{text}{"{%"} endcontribute {"%}"}
        """;

    public static Task<Applied> Commit(Workshop shop) => shop.Commit(
        ("answer.prompt.md", Base),
        ("layers/system.prompt.md", Layer("system", null, "[system]")),
        ("layers/acme.prompt.md", Layer("tenant", "acme", "[acme]")),
        ("layers/globex.prompt.md", Layer("tenant", "globex", "[globex]")),
        ("layers/billing.prompt.md", Layer("feature", "billing", "[billing]")),
        ("layers/triage.prompt.md", Layer("agent", "triage", "[triage]")));
}
