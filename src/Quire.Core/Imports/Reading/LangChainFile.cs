using System.Text;
using System.Text.Json;
using Quire.Core.Langfuse;

namespace Quire.Core.Imports.Reading;

/// <summary>
/// Reads a prompt as LangChain's <c>save</c> writes it and the first LangChain hub held it: <c>template</c> and <c>input_variables</c>, or examples
/// between a <c>prefix</c> and a <c>suffix</c>.
/// </summary>
internal static class LangChainFile
{
    /// <summary>Whether a document looks like one.</summary>
    public static bool Fits(JsonElement root) =>
        root.Member("lc") is null && (KindOf(root) is "prompt" or "few_shot"
            || (root.Member("path", "name") is null && root.Member("input_variables") is not null && root.Member("template", "template_path", "suffix") is not null));

    /// <summary>What it says.</summary>
    /// <exception cref="ItemRefusedException">It needs another file, or cannot be read.</exception>
    public static ImportParts Read(JsonElement prompt)
    {
        var templates = new LangChainTemplates();
        var kind = prompt.Text("template_format");
        var (dialect, texts) = templates.Write([templates.Template(null, IsFewShot(prompt) ? Examples(prompt, kind) : Inline(prompt, "template"), kind)]);
        return new ImportParts { Content = new LangfuseContent(texts[0].Content, null), Dialect = dialect, Variables = PartialVariables.Read(prompt, texts) };
    }

    private static bool IsFewShot(JsonElement prompt) => KindOf(prompt) == "few_shot" || prompt.Member("template", "template_path") is null;

    // LangChain puts the pieces together before it reads the fields of the whole.
    private static string Examples(JsonElement prompt, string? kind)
    {
        if (kind is not (null or "f-string"))
            throw new ItemRefusedException($"its examples are in '{kind}'.", "Understood are f-strings; write the examples into the text.");
        if (prompt.Member("examples") is not { ValueKind: JsonValueKind.Array } examples || prompt.Member("example_prompt") is not { } form)
            throw new ItemRefusedException("its examples stand in another file, or are chosen when it is called.", "Write them into the file: \"examples\": [{…}], \"example_prompt\": {…}.");
        var row = FString.Parse(Inline(form, "template"));
        var rows = examples.EnumerateArray().Select(example => row.Format(name => example.Member(name) is { } value ? value.ToString() : null));
        return Joined(prompt.Text("example_separator") ?? "\n\n", [Optional(prompt, "prefix")], rows, [Optional(prompt, "suffix")]);
    }

    private static string Joined(string separator, params ReadOnlySpan<IEnumerable<string?>> groups)
    {
        var text = new StringBuilder();
        foreach (var group in groups)
        {
            foreach (var piece in group.Where(piece => !string.IsNullOrEmpty(piece)))
            {
                text.Append(text.Length > 0 ? separator : "").Append(piece);
                LangChainTemplates.CheckLength(text.Length, 1);
            }
        }
        return text.ToString();
    }

    private static string? Optional(JsonElement prompt, string name) => prompt.Member(name, $"{name}_path") is null ? null : Inline(prompt, name);

    private static string Inline(JsonElement prompt, string name) => prompt.Text(name) ?? throw (prompt.Member($"{name}_path") is null
        ? new ItemRefusedException($"it has no '{name}'.", "Save the prompt again, from LangChain.")
        : new ItemRefusedException($"its '{name}' stands in another file.", $"Write the text into the file, as '{name}'."));

    private static string? KindOf(JsonElement root) => root.Member("_type") is { ValueKind: JsonValueKind.String } kind ? JsonMembers.Decode(kind) : null;
}
