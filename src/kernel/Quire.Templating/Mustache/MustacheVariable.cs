namespace Quire.Templating.Mustache;

/// <summary><c>{{ name }}</c>, <c>{{{ name }}}</c> and <c>{{&amp; name }}</c>.</summary>
internal sealed class MustacheVariable(MustacheName name, bool isRaw) : MustacheNode
{
    public override void Run(MustacheRun run) => run.Print(name.Find(run), isRaw, name.Root);
}
