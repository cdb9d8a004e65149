namespace Quire.Templating.Mustache;

/// <summary><c>{{&gt; name }}</c>, or <c>{{&gt; *name }}</c> where a variable holds the name.</summary>
internal class MustachePartial(string name, MustacheName? dynamicName, string indent) : MustacheNode
{
    public string? ReferencedName => dynamicName is null ? name : null;

    public override void Run(MustacheRun run)
    {
        if (Resolve(run) is { } template) run.Include(template, indent, null);
    }

    protected Template? Resolve(MustacheRun run)
    {
        if (dynamicName is null) return run.Find(name);
        var value = dynamicName.Find(run);
        return value.IsText ? run.Find(value.Text) : null;
    }
}
