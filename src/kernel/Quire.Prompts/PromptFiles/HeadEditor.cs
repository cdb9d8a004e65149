using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using Quire.Prompts.Names;
using Quire.Prompts.Yaml;
using YamlDotNet.Core;

namespace Quire.Prompts.PromptFiles;

/// <summary>Changes one key of a prompt file's head and leaves every other byte alone.</summary>
public static class HeadEditor
{
    /// <summary>Sets <paramref name="key"/> to <paramref name="value"/>, or removes it where that is null.</summary>
    /// <param name="format">The file's format; text prompts have no head.</param>
    /// <param name="text">The file's text.</param>
    /// <param name="key">A top-level key.</param>
    /// <param name="value">The new value.</param>
    /// <param name="edited">The changed text.</param>
    /// <param name="error">Why the file cannot be changed in place.</param>
    public static bool TrySet(PromptFormat format, string text, string key, JsonElement? value, [NotNullWhen(true)] out string? edited, [NotNullWhen(false)] out NameError? error)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(key);
        (edited, error) = (null, null);
        try
        {
            (edited, error) = format switch
            {
                PromptFormat.Markdown => EditMarkdown(text, key, value),
                PromptFormat.Yaml => EditYaml(text, 0, text.Length, key, value),
                _ => (null, Refuse("A text prompt has no head.", "make it a `.prompt.md` file")),
            };
        }
        catch (Exception problem) when (problem is YamlException or YamlLimitException)
        {
            error = Refuse("The file's head does not parse.", "correct it first");
        }

        return edited is not null;
    }

    private static (string?, NameError?) EditMarkdown(string text, string key, JsonElement? value)
    {
        if (FrontMatter.Find(text) is not { } place)
            return (null, Refuse("The front matter does not end.", "close it with a line `---`"));
        if (place.YamlStart == 0)
            return (value is { } added ? $"---\n{YamlWriter.Entry(key, added)}---\n{text}" : text, null);
        return EditYaml(text, place.YamlStart, place.YamlEnd, key, value);
    }

    private static (string?, NameError?) EditYaml(string text, int start, int end, string key, JsonElement? value)
    {
        var yaml = text[start..end];
        var root = YamlReader.Read(yaml) as YamlMappingNode;
        if (root is { IsFlow: true })
            return (null, Refuse("The file's head is written in braces.", "write it as `key: value` lines"));
        var entry = value is { } given ? YamlWriter.Entry(key, given) : "";
        if (yaml.Contains("\r\n", StringComparison.Ordinal))
            entry = entry.Replace("\n", "\r\n", StringComparison.Ordinal);
        var (from, to) = root?.Find(key) is { } old ? LinesOf(yaml, root, old) : (yaml.Length, yaml.Length);
        var separator = from > 0 && yaml[from - 1] != '\n' && entry.Length > 0 ? "\n" : "";
        var edited = string.Concat(yaml.AsSpan(0, from), separator, entry, yaml.AsSpan(to));
        return KeepsOthers(root, edited, key)
            ? (string.Concat(text.AsSpan(0, start), edited, text.AsSpan(end)), null)
            : (null, Refuse($"The key `{SafeText.Of(key)}` cannot be changed in place.", "write it on lines of its own"));
    }

    // From the key's line to the line before the next key, without blank lines and comments at the end: those stay.
    private static (int From, int To) LinesOf(string yaml, YamlMappingNode root, YamlEntry entry)
    {
        var from = LineStart(yaml, entry.Key.Span.Start);
        var to = yaml.Length;
        foreach (var (key, _) in root.Entries)
        {
            if (key.Span.Start > entry.Key.Span.Start)
                to = Math.Min(to, LineStart(yaml, key.Span.Start));
        }

        while (to > from)
        {
            var last = LineStart(yaml, to - 1);
            var line = yaml.AsSpan(last, to - last).Trim(" \t\r\n");
            if (last <= from || !(line.IsEmpty || line[0] == '#'))
                break;
            to = last;
        }

        return (from, to);
    }

    private static int LineStart(string text, int position) => position == 0 ? 0 : text.LastIndexOf('\n', position - 1) + 1;

    private static bool KeepsOthers(YamlMappingNode? before, string edited, string key)
    {
        var after = YamlReader.Read(edited) as YamlMappingNode;
        var kept = (after?.Entries ?? []).Where(entry => entry.Key.Text != key).ToList();
        var wanted = (before?.Entries ?? []).Where(entry => entry.Key.Text != key).ToList();
        return kept.Count == wanted.Count && kept.Zip(wanted).All(pair => pair.First.Key.Text == pair.Second.Key.Text
            && YamlJson.ToElement(pair.First.Value).GetRawText() == YamlJson.ToElement(pair.Second.Value).GetRawText());
    }

    private static NameError Refuse(string message, string hint) => new(PromptFileCodes.BadValue, message, hint);
}
