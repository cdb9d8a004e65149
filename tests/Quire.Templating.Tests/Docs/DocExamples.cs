namespace Quire.Templating.Tests.Docs;

/// <summary>
/// Reads the fenced blocks of a page as examples. A block of a dialect begins one (behind the dialect stand options of the template);
/// <c>json</c> holds its variables, <c>text</c> its output, <c>text error</c> the diagnostics instead. <c>DIALECT file=NAME</c> is a template
/// that the next example may include, <c>DIALECT contribution</c> and <c>text user=NAME</c> fill its merge points.
/// </summary>
internal static class DocExamples
{
    public static readonly string[] Pages =
    [
        "templates/jinja.md", "templates/liquid.md", "templates/mustache.md", "templates/variables.md", "templates/filters-and-tests.md",
        "COMPATIBILITY.md", "diagnostics.md",
    ];

    public static IReadOnlyList<DocExample> Of(string page)
    {
        var examples = new List<DocExample>();
        var files = new Dictionary<string, Fence>();
        DocExample? open = null;
        foreach (var fence in DocPage.Fences(page))
        {
            if (Option(fence, "file") is { } file) files.Add(file, fence);
            else if (fence.Words.Contains("contribution")) Current(open, fence).Contributions.Add(fence);
            else if (Option(fence, "user") is { } point) Current(open, fence).UserTexts.Add(point, fence.Text);
            else if (fence.Language == "json") Current(open, fence).Variables = fence.Text;
            else if (fence.Language == "text" && !fence.Words.Contains("template"))
            {
                var example = Current(open, fence);
                (example.Expected, example.ExpectsError) = (fence.Text, fence.Words.Contains("error"));
                examples.Add(example);
                open = null;
            }
            else
            {
                open.ShouldBeNull($"{fence}: the example before it says no output");
                open = new DocExample(fence, Options(fence));
                foreach (var (name, text) in files) open.Files.Add(name, text);
                files.Clear();
            }
        }
        open.ShouldBeNull($"docs/{page}: the last example says no output");
        return examples;
    }

    public static Dialect DialectOf(string language) => Enum.Parse<Dialect>(language, ignoreCase: true);

    private static DocExample Current(DocExample? open, Fence fence) => open ?? throw new InvalidOperationException($"{fence}: it belongs to no template");

    private static TemplateOptions Options(Fence fence)
    {
        var options = TemplateOptions.Default with { Dialect = DialectOf(fence.Language), Name = "prompt" };
        foreach (var word in fence.Words.Skip(1))
        {
            options = word switch
            {
                "template" => options,
                "trim_blocks" => options with { TrimBlocks = true },
                "lstrip_blocks" => options with { LstripBlocks = true },
                "chat_template" => options with { ChatTemplate = true },
                "escape=html" => options with { Escape = EscapeMode.Html },
                _ when word.StartsWith("undefined=", StringComparison.Ordinal) => options with { Undefined = Enum.Parse<UndefinedMode>(word[10..], ignoreCase: true) },
                _ => throw new InvalidOperationException($"{fence}: there is no option '{word}'"),
            };
        }
        return options;
    }

    private static string? Option(Fence fence, string name) =>
        fence.Words.FirstOrDefault(w => w.StartsWith(name + "=", StringComparison.Ordinal))?[(name.Length + 1)..];
}
