using Quire.Templating.Diagnostics;

namespace Quire.Templating.Execution;

/// <summary>The errors of a render, named after the exceptions of Python that they stand for.</summary>
internal static class Errors
{
    public static TemplateException Type(string message, string? hint = null) => new(Codes.WrongType, message, hint);

    public static TemplateException Value(string message, string? hint = null) => new(Codes.WrongValue, message, hint);

    public static TemplateException ZeroDivision(string message) => new(Codes.ZeroDivision, message);

    public static TemplateException Overflow(string message) => new(Codes.Overflow, message);

    public static TemplateException Index(string message) => new(Codes.WrongIndex, message);

    public static TemplateException Undefined(string message, string? name) => new(Codes.UndefinedUsed, message) { Data = { ["name"] = name } };

    public static TemplateException Security(string message) => new(Codes.Unsafe, message);

    public static TemplateException Runtime(string message, string? hint = null) => new(Codes.Runtime, message, hint);

    public static TemplateException Raised(string message) => new(Codes.RaisedByTemplate, message);

    public static TemplateException NotFound(string name) =>
        new(Codes.TemplateNotFound, $"the template '{name}' was not found", "give its source in the map of templates, or write `ignore missing`");

    public static TemplateException NoClock() => new(Codes.Runtime, "the present moment is not known here", "the caller gives a clock with the request");

    public static TemplateException NumberTooLarge() => new(Codes.NumberTooLarge, $"a whole number has more than {Values.Numbers.MaxBits} bits");

    public static TemplateException OutputTooLong(int limit) => new(Codes.OutputLimit, $"the output is longer than {limit} characters", "raise the limit, or print less");

    public static TemplateException Recursion() => new(Codes.DepthLimit, "a value nests too deep to be printed");

    public static TemplateException TooDeep(int limit) =>
        new(Codes.DepthLimit, $"calls, includes and blocks nest deeper than the limit of {limit}", "look for a macro or include that calls itself without end");

    public static TemplateException OutOfSteps(long limit) => new(Codes.StepLimit, $"the render took more than {limit} steps", "raise the limit, or loop less");

    public static TemplateException OutOfTime(TimeSpan limit) => new(Codes.TimeLimit, $"the render took longer than {limit.TotalSeconds.ToString(System.Globalization.CultureInfo.InvariantCulture)} seconds");

    public static TemplateException Cancelled() => new(Codes.Cancelled, "the render was cancelled");

    public static TemplateException OutOfMemory(long limit) => new(Codes.MemoryLimit, $"the render holds more than {limit} bytes", "raise the limit, or keep less");
}
