using System.Text;
using Quire.Composition.Layers;
using Quire.Composition.Plans;
using Quire.Composition.Rendering;
using Quire.Prompts.PromptFiles;

namespace Quire.Composition.Tests;

/// <summary>Short ways to sources and plans.</summary>
internal static class Compose
{
    public static PromptFile File(string path, string text)
    {
        var result = PromptFileParser.Parse(path, Encoding.UTF8.GetBytes(text));
        return result.File.ShouldNotBeNull(string.Join('\n', result.Diagnostics));
    }

    public static PromptFile Layer(string layer, string? scope, string body) =>
        File($"{layer}-{scope ?? "all"}.prompt.md", $"---\nextends: base\nlayer: {layer}\n{(scope is null ? "" : $"scope: {scope}\n")}---\n{body}");

    public static PromptFile Base(string body) => File("base.prompt.md", body);

    public static PromptSource Source(PromptFile file) => new() { Path = file.Name, ContentHash = file.FilePath, File = file };

    public static ComposePlan Plan(PromptFile basePrompt, params PromptFile[] contributions)
    {
        var result = ComposePlan.Build(Source(basePrompt), contributions.Select(Source).ToList());
        return result.Plan.ShouldNotBeNull(string.Join('\n', result.Diagnostics));
    }

    public static ComposedResult Render(ComposePlan plan, ComposeRequest? request = null)
    {
        var outcome = plan.Render(request ?? new());
        return outcome.Result.ShouldNotBeNull(string.Join('\n', outcome.Diagnostics));
    }
}
