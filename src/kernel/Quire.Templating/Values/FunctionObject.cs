using Quire.Templating.Execution;

namespace Quire.Templating.Values;

/// <summary>A global function such as <c>range</c>.</summary>
internal sealed class FunctionObject(Definition definition, string typeName, string shown) : ValueObject
{
    public override string TypeName => typeName;

    public override bool IsCallable => true;

    public override void WriteRepr(OutputBuffer output, int depth) => output.Write(shown);

    public override Value Call(RenderContext context, in Arguments arguments) => definition.Invoke(context, Value.None, arguments);
}
