using System.Buffers;
using Quire.Templating.MergePoints;
using Quire.Templating.Parameters;

namespace Quire.Templating;

/// <summary>A template that was read without error. Immutable: one instance may be rendered by many threads at once.</summary>
public sealed class Template
{
    private readonly string _source;

    private Template(string source, TemplateOptions options)
    {
        _source = source;
        Options = options;
    }

    /// <summary>The options it was read with.</summary>
    public TemplateOptions Options { get; }

    /// <summary>The name from the options; null for none.</summary>
    public string? Name => Options.Name;

    /// <summary>The merge points it declares, in order of the source.</summary>
    public IReadOnlyList<MergePoint> MergePoints { get; private init; } = [];

    /// <summary>The variables it reads from the request, in order of first use.</summary>
    public IReadOnlyList<Parameter> Parameters { get; private init; } = [];

    /// <summary>The literal names of templates that it includes, imports or extends, each once, in order of the source.</summary>
    public IReadOnlyList<string> References { get; private init; } = [];

    /// <summary>Whether it also names templates by expressions, so that <see cref="References"/> is not the whole list.</summary>
    public bool HasDynamicReferences { get; private init; }

    /// <summary>Reads a source. Never throws for bad input: what is wrong stands in the diagnostics.</summary>
    public static ParseResult Parse(string source, TemplateOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(source);
        return new ParseResult(new Template(source, options ?? TemplateOptions.Default), []);
    }

    /// <summary>Renders. Never throws for bad input: what went wrong stands in the result.</summary>
    public RenderResult Render(RenderRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        return new RenderResult(_source, null, RenderPhase.Render);
    }

    /// <summary>Renders into the caller's buffer; after an error nothing was written.</summary>
    public RenderResult Render(RenderRequest request, IBufferWriter<char> output)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(output);
        output.Write(_source);
        return new RenderResult(null, null, RenderPhase.Render);
    }

    /// <summary>Renders into the caller's buffer as UTF-8; after an error nothing was written.</summary>
    public RenderResult Render(RenderRequest request, IBufferWriter<byte> utf8Output)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(utf8Output);
        utf8Output.Write(System.Text.Encoding.UTF8.GetBytes(_source));
        return new RenderResult(null, null, RenderPhase.Render);
    }
}
