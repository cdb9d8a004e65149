using Quire.Prompts.Names;

namespace Quire.Prompts.Files;

/// <summary>Finds prompts of one tree that would have the same name, whatever the case.</summary>
public static class NameClashes
{
    /// <summary>All clashes among the prompt files of a tree: each later file against the first that has the name.</summary>
    /// <param name="prompts">File path and prompt name of every prompt of the tree.</param>
    public static IReadOnlyList<NameClash> Find(IEnumerable<KeyValuePair<string, PromptPath>> prompts)
    {
        ArgumentNullException.ThrowIfNull(prompts);
        var first = new Dictionary<string, string>(StringComparer.Ordinal);
        var clashes = new List<NameClash>();
        foreach (var (file, name) in prompts)
        {
            if (!first.TryAdd(name.FoldedKey, file))
                clashes.Add(new(first[name.FoldedKey], file, name));
        }

        return clashes;
    }
}
