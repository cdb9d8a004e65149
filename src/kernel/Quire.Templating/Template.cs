using System.Buffers;
using System.Collections.Frozen;
using Quire.Templating.Diagnostics;
using Quire.Templating.Execution;
using Quire.Templating.MergePoints;
using Quire.Templating.Parameters;
using Quire.Templating.Values;

namespace Quire.Templating;

/// <summary>A template that was read without error. Immutable: one instance may be rendered by many threads at once.</summary>
public sealed class Template
{
    private volatile bool _changesInput;

    private Template(string source, TemplateOptions options)
    {
        Source = source;
        Options = options;
        Globals = GlobalTable.For(options);
    }

    /// <summary>The options it was read with.</summary>
    public TemplateOptions Options { get; }

    /// <summary>The text it was read from.</summary>
    public string Source { get; }

    /// <summary>The name from the options; null for none.</summary>
    public string? Name => Options.Name;

    /// <summary>The merge points it declares, in order of the source.</summary>
    public IReadOnlyList<MergePoint> MergePoints { get; private set; } = [];

    /// <summary>The variables it reads from the request, in order of first use.</summary>
    public IReadOnlyList<Parameter> Parameters { get; private set; } = [];

    /// <summary>The literal names of templates that it includes, imports or extends, each once, in order of the source.</summary>
    public IReadOnlyList<string> References { get; private set; } = [];

    /// <summary>Whether it also names templates by expressions, so that <see cref="References"/> is not the whole list.</summary>
    public bool HasDynamicReferences { get; private set; }

    internal TemplateProgram Program { get; private set; } = null!;

    internal FrozenDictionary<string, Value> Globals { get; }

    /// <summary>Reads a source. Never throws for bad input: what is wrong stands in the diagnostics.</summary>
    public static ParseResult Parse(string source, TemplateOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(source);
        options ??= TemplateOptions.Default;
        var diagnostics = new DiagnosticBag(source, options);
        if (source.Length > options.MaxSourceLength)
        {
            diagnostics.Error(Codes.SourceTooLong, $"the source has {source.Length} characters, more than the limit of {options.MaxSourceLength}", 1, 0, 0, "raise the limit, or split the template");
            return new ParseResult(null, diagnostics.All);
        }
        var template = new Template(source, options);
        return new ParseResult(template.Read(diagnostics) ? template : null, diagnostics.All);
    }

    /// <summary>Renders. Never throws for bad input: what went wrong stands in the result.</summary>
    public RenderResult Render(RenderRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        var error = Render(request, static (output, _) => new string(output), 0, out var text);
        return error ?? new RenderResult(text, null, RenderPhase.Render);
    }

    /// <summary>Renders into the caller's buffer; after an error nothing was written.</summary>
    public RenderResult Render(RenderRequest request, IBufferWriter<char> output)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(output);
        var error = Render(request, static (text, target) =>
        {
            target.Write(text);
            return true;
        }, output, out _);
        return error ?? new RenderResult(null, null, RenderPhase.Render);
    }

    /// <summary>Renders into the caller's buffer as UTF-8; after an error nothing was written.</summary>
    public RenderResult Render(RenderRequest request, IBufferWriter<byte> utf8Output)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(utf8Output);
        var error = Render(request, static (text, target) =>
        {
            System.Text.EncodingExtensions.GetBytes(System.Text.Encoding.UTF8, text, target);
            return true;
        }, utf8Output, out _);
        return error ?? new RenderResult(null, null, RenderPhase.Render);
    }

    private bool Read(DiagnosticBag diagnostics)
    {
        var details = new TemplateDetails();
        var program = FrontEnds.Parse(this, Source, diagnostics, details);
        if (program is null || diagnostics.HasErrors) return false;
        Program = program;
        MergePoints = details.MergePoints;
        Parameters = details.Parameters;
        References = details.References;
        HasDynamicReferences = details.HasDynamicReferences;
        return true;
    }

    /// <summary>Renders and hands the text to <paramref name="finish"/>; answers the error, or null.</summary>
    private RenderResult? Render<TState, TResult>(RenderRequest request, Func<ReadOnlySpan<char>, TState, TResult> finish, TState state, out TResult? result)
        where TState : allows ref struct
    {
        result = default;
        var ownsInput = _changesInput;
        while (true)
        {
            var context = RenderContext.Rent(request, ownsInput);
            var previous = ComparisonBudget.Enter(context);
            try
            {
                Run(context);
                result = finish(context.Output.Span, state);
                return null;
            }
            catch (InputMutationException) when (!ownsInput)
            {
                _changesInput = ownsInput = true;
            }
            catch (TemplateException e)
            {
                return Failure(context, e);
            }
            catch (InsufficientExecutionStackException)
            {
                return Failure(context, Errors.TooDeep(request.Limits.MaxDepth));
            }
            finally
            {
                ComparisonBudget.Enter(previous);
                context.Release();
            }
        }
    }

    private void Run(RenderContext context)
    {
        context.Main = this;
        context.Template = this;
        var scope = new TemplateScope(this, null, null);
        context.Scope = scope;
        Program.Run(context, scope);
        if (!context.Output.IsWithinLimit) throw Errors.OutputTooLong(context.Request.Limits.MaxOutputLength);
        context.Provenance?.Cover(context.Output.Length, context.SourceId, null, null);
    }

    private static RenderResult Failure(RenderContext context, TemplateException e)
    {
        var template = context.Template;
        var line = (int)(context.Place >> 32);
        var position = (int)(uint)context.Place;
        if (context.Inner >= position && Places.LineOf(template.Source, context.Inner) == line) position = context.Inner;
        var diagnostic = Places.At(template.Source, template.Options, Severity.Error, e.Code, e.Message, line, position, 0, e.Hint ?? UndefinedHint(context, e));
        return new RenderResult(null, diagnostic, e.IsLimit ? RenderPhase.Limit : RenderPhase.Render);
    }

    private static string? UndefinedHint(RenderContext context, TemplateException e)
    {
        if (e.Code != Codes.UndefinedUsed || e.Data["name"] is not string name) return null;
        return Suggestions.Hint(name, context.Request.Variables.EnumerateMap().Select(v => v.Key).Concat(context.Template.Globals.Keys));
    }
}
