using System.Text;
using Quire.Core.Errors;
using Quire.Core.Limits;
using Quire.Core.Prompts;

namespace Quire.Core.Langfuse;

/// <summary>Puts the prompts that a prompt names into its texts, and theirs into theirs.</summary>
/// <param name="find">Finds the prompt of a tag; null where there is none.</param>
internal sealed class LangfuseComposer(Func<LangfuseTag, ValueTask<ResolvedPrompt?>> find)
{
    /// <summary>How deep prompts may name each other, the outermost counted.</summary>
    public const int MaxDepth = 5;

    private readonly Dictionary<string, ResolvedPrompt?> _found = new(StringComparer.Ordinal);
    private readonly Dictionary<(LangfuseNode Node, int Level), string> _filled = [];
    private readonly Dictionary<LangfuseNode, List<LangfuseNode>> _dependencies = [];
    private readonly HashSet<LangfuseNode> _open = [];
    private LangfuseNode _root = null!;
    private long _written;

    /// <summary>Composes a prompt. A composer composes once.</summary>
    /// <exception cref="QuireException"><c>langfuse_dependency</c>, <c>too_large</c>.</exception>
    public async ValueTask<ComposedContent> Compose(LangfuseNode root, LangfuseContent content)
    {
        _root = root;
        _open.Add(root);
        var filled = content.Text is { } text
            ? new LangfuseContent(await Fill(root, text, 0), null)
            : new LangfuseContent(null, await Fill(root, content.Messages!));
        return new ComposedContent(root, filled, _dependencies.ToDictionary(entry => entry.Key, entry => (IReadOnlyList<LangfuseNode>)entry.Value));
    }

    private async ValueTask<IReadOnlyList<LangfuseMessage>> Fill(LangfuseNode root, IReadOnlyList<LangfuseMessage> messages)
    {
        var filled = new List<LangfuseMessage>(messages.Count);
        foreach (var message in messages)
            filled.Add(message.Content is { } text ? message with { Content = await Fill(root, text, 0) } : message);
        return filled;
    }

    private async ValueTask<string> Fill(LangfuseNode node, string text, int level)
    {
        var tags = LangfuseTags.Find(text);
        if (tags.Count == 0)
            return text;
        var output = new StringBuilder();
        var at = 0;
        foreach (var tag in tags)
        {
            Write(output, text.AsSpan(at, tag.Start - at));
            Write(output, await Child(node, tag, level + 1));
            at = tag.Start + tag.Length;
        }
        Write(output, text.AsSpan(at));
        return output.ToString();
    }

    // All texts that are made count, so that few prompts that name each other often cannot make much of little.
    private void Write(StringBuilder output, ReadOnlySpan<char> text)
    {
        _written += text.Length;
        QuireLimits.LangfuseComposed.Check(_written, "The composed prompt");
        output.Append(text);
    }

    private async ValueTask<string> Child(LangfuseNode parent, LangfuseTag tag, int level)
    {
        var found = await Find(tag) ?? throw Refuse($"Prompt dependency not found: {tag.Shown}");
        var text = LangfuseContent.Of(found).Text ?? throw Refuse($"Prompt dependency is not a text prompt: {tag.Shown}");
        var node = new LangfuseNode(found.Prompt!.Id, found.Path, found.Version!.Number);
        Note(parent, node);
        if (level >= MaxDepth)
            throw Refuse($"Maximum nesting depth exceeded ({MaxDepth})");
        // A prompt may not name another version of itself either.
        if (node.Name == _root.Name || !_open.Add(node))
            throw Refuse($"Circular dependency detected involving prompt '{node.Name}' version {node.Version}");
        if (!_filled.TryGetValue((node, level), out var filled))
            _filled[(node, level)] = filled = await Fill(node, text, level);
        _open.Remove(node);
        return filled;
    }

    private async ValueTask<ResolvedPrompt?> Find(LangfuseTag tag)
    {
        if (_found.TryGetValue(tag.Key, out var known))
            return known;
        QuireLimits.LangfuseDependencies.Check(_found.Count + 1, "The composed prompt");
        return _found[tag.Key] = await find(tag);
    }

    private void Note(LangfuseNode parent, LangfuseNode child)
    {
        if (!_dependencies.TryGetValue(parent, out var known))
            _dependencies[parent] = known = [];
        if (!known.Contains(child))
            known.Add(child);
    }

    private static QuireException Refuse(string message) =>
        new(ErrorKind.Conflict, "langfuse_dependency", message, "Read it with resolve=false, or correct the tag.");
}
