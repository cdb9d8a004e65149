namespace Quire.Templating.Mustache;

/// <summary><c>{{&lt; name }}</c>: another template with some of its blocks replaced.</summary>
internal sealed class MustacheParent(string name, MustacheName? dynamicName, string indent, IReadOnlyList<MustacheNode> body)
    : MustachePartial(name, dynamicName, indent)
{
    private readonly string _indent = indent;

    private readonly Dictionary<string, MustacheBlock> _blocks = Collect(body);

    public override void Run(MustacheRun run)
    {
        if (Resolve(run) is not { } template) return;
        var merged = new Dictionary<string, MustacheBlock>(_blocks, StringComparer.Ordinal);
        if (run.Blocks is { } outer)
            foreach (var (key, block) in outer) merged[key] = block;
        run.Include(template, _indent, merged);
    }

    private static Dictionary<string, MustacheBlock> Collect(IReadOnlyList<MustacheNode> body)
    {
        var blocks = new Dictionary<string, MustacheBlock>(StringComparer.Ordinal);
        foreach (var block in body.OfType<MustacheBlock>()) blocks[block.Name] = block;
        return blocks;
    }
}
