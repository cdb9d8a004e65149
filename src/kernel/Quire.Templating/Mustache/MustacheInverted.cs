namespace Quire.Templating.Mustache;

/// <summary><c>{{^ name }}</c>: where there is nothing.</summary>
internal sealed class MustacheInverted(MustacheName name, IReadOnlyList<MustacheNode> body) : MustacheNode
{
    public override void Run(MustacheRun run)
    {
        if (MustacheRun.IsFalse(name.Find(run))) RunAll(body, run);
    }
}
