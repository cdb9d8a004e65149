using Quire.Templating.Execution;

namespace Quire.Templating.Binding;

/// <summary>The names a place has set, to be handed to an included template or a scoped block.</summary>
internal sealed class LocalNames(SlotReader[] readers)
{
    public static LocalNames Of(BindFrame frame) =>
        new([.. frame.Symbols.VisibleStores().Select(s => new SlotReader(frame.Unit, s))]);

    public void Copy(RenderContext context, TemplateScope target)
    {
        foreach (var reader in readers)
        {
            var value = reader.Read(context);
            if (!value.IsMissing) target.SetLocal(reader.Name, value);
        }
    }
}
