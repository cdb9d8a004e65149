using Quire.Templating.Execution;

namespace Quire.Templating.Values;

/// <summary>A method taken off its value but not called yet.</summary>
internal sealed class MethodObject(Value self, Definition definition) : ValueObject
{
    public override string TypeName => "builtin_function_or_method";

    public override bool IsCallable => true;

    public override void WriteRepr(OutputBuffer output, int depth) => output.Write($"<built-in method {definition.Name} of {TypeNames.Of(self)} object>");

    public override Value Call(RenderContext context, in Arguments arguments) => definition.Invoke(context, self, arguments);

    public override IEnumerable<Value> Held() => [self];
}
