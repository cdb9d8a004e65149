using Quire.Templating.Parameters;

namespace Quire.Templating.Diagnostics;

/// <summary>Lines and columns of rising offsets, in one pass over the source.</summary>
internal sealed class PlaceReader(string source, TemplateOptions options)
{
    private int _counted;
    private int _line = 1;
    private int _lineStart;

    public ParameterUse Of(int position)
    {
        for (; _counted < position && _counted < source.Length; _counted++)
        {
            if (source[_counted] != '\n' && (source[_counted] != '\r' || (_counted + 1 < source.Length && source[_counted + 1] == '\n'))) continue;
            _line++;
            _lineStart = _counted + 1;
        }
        return new ParameterUse(_line + options.BaseLine - 1, position - _lineStart + 1 + (_line == 1 ? options.BaseColumn - 1 : 0));
    }
}
