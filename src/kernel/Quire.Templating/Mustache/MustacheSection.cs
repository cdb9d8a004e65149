namespace Quire.Templating.Mustache;

/// <summary><c>{{# name }}</c>: for each item, or once for anything that is there.</summary>
internal sealed class MustacheSection(MustacheName name, IReadOnlyList<MustacheNode> body) : MustacheNode
{
    public override void Run(MustacheRun run)
    {
        var value = name.Find(run);
        if (MustacheRun.IsFalse(value)) return;
        if (!value.IsSequence)
        {
            run.RunWith(value, body);
            return;
        }
        var list = value.Items;
        for (var i = 0; i < list.Count; i++)
        {
            run.Context.Step();
            run.RunWith(list[i], body);
        }
    }
}
