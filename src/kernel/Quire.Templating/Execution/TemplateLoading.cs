using Quire.Templating.Binding;
using Quire.Templating.Values;

namespace Quire.Templating.Execution;

/// <summary>Finds templates by name in the caller's map and runs them: includes, imports, parents.</summary>
internal static class TemplateLoading
{
    private const int Weight = 10;

    public static Template Load(RenderContext context, in Value name)
    {
        if (name.IsUndefined) throw UndefinedInfo.Fail(name);
        if (!name.IsText) throw Errors.Type($"the name of a template must be text, not '{TypeNames.Of(name)}'");
        return context.Request.Resolve?.Invoke(name.Text) ?? throw Errors.NotFound(context, name.Text);
    }

    /// <summary>One name, or the first of a list that is there.</summary>
    public static Template LoadAny(RenderContext context, in Value names)
    {
        if (names.IsText || names.IsUndefined) return Load(context, names);
        var items = Iteration.ToArray(context, names);
        if (items.Length == 0) throw Errors.NotFound(context, "(an empty list of names)");
        foreach (var item in items)
        {
            if (item.IsUndefined) continue;
            if (item.IsText && context.Request.Resolve?.Invoke(item.Text) is { } template) return template;
        }
        throw Errors.NotFound(context, items.Length == 1 && items[0].IsText ? items[0].Text : "(one of several names)");
    }

    public static void AddBlocks(TemplateScope scope, Template template)
    {
        scope.Blocks ??= new(StringComparer.Ordinal);
        foreach (var (name, block) in template.Program.Blocks)
        {
            if (!scope.Blocks.TryGetValue(name, out var bodies)) scope.Blocks[name] = bodies = [];
            bodies.Add(new BlockBody(template, block));
        }
    }

    /// <summary>Runs a template into the output, with a scope made for it.</summary>
    public static void Include(RenderContext context, Template template, TemplateScope scope)
    {
        context.Deepen(Weight);
        var (frame, oldScope, oldTemplate, place) = (context.Frame, context.Scope, context.Template, context.Place);
        var (escape, mode) = (context.AutoEscape, context.UndefinedMode);
        template.Program.Run(context, scope);
        context.Leave(frame);
        (context.Scope, context.Template, context.Place) = (oldScope, oldTemplate, place);
        (context.AutoEscape, context.UndefinedMode) = (escape, mode);
        context.Rise(Weight);
    }

    /// <summary>The module of a template: with the names of a place, or (once per render) without any.</summary>
    public static ModuleObject Module(RenderContext context, Template template, LocalNames? locals)
    {
        if (locals is null) return DefaultModule(context, template);
        var scope = context.Scope.Snapshot(template, context.Scope);
        locals.Copy(context, scope);
        return Make(context, template, scope);
    }

    public static ModuleObject DefaultModule(RenderContext context, Template template)
    {
        if (context.Modules.TryGetValue(template, out var module)) return module;
        module = Make(context, template, new TemplateScope(template, null, context.Scope) { SeesRequest = false });
        context.Modules[template] = module;
        return module;
    }

    private static ModuleObject Make(RenderContext context, Template template, TemplateScope scope)
    {
        var mark = context.Output.Length;
        var provenance = context.Provenance;
        context.Provenance = null;
        Include(context, template, scope);
        context.Provenance = provenance;
        var text = context.Take(mark);
        return new ModuleObject(template.Name, text, scope.Exported().ToDictionary(StringComparer.Ordinal));
    }
}
