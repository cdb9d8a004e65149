using Quire.Templating.Values;

namespace Quire.Templating.Execution;

/// <summary>An imported template: the names its top level set, and what it printed.</summary>
internal sealed class ModuleObject(string? name, string text, Dictionary<string, Value> exported) : ValueObject
{
    public string Text => text;

    public override string TypeName => "TemplateModule";

    public override string QualifiedTypeName => "jinja2.environment.TemplateModule";

    public bool TryGetExported(string key, out Value value) => exported.TryGetValue(key, out value);

    public override bool TryGetAttribute(RenderContext context, string key, out Value value) => exported.TryGetValue(key, out value);

    public override void WriteRepr(OutputBuffer output, int depth) => output.Write(name is null ? "<TemplateModule memory>" : $"<TemplateModule '{name}'>");

    public override string? PrintedText => text;

    public override IEnumerable<Value> Held() => exported.Values;
}
