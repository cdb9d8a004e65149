using System.Runtime.CompilerServices;
using Quire.Templating.Limits;
using Quire.Templating.Provenance;
using Quire.Templating.Values;

namespace Quire.Templating.Execution;

/// <summary>The state of one render: output, frame, budgets. Pooled per thread; owns no data of a request after <see cref="Release"/>.</summary>
internal sealed class RenderContext
{
    private const int Chunk = 2048;

    [ThreadStatic]
    private static RenderContext? _cached;

    private int _fuel;
    private int _chunk;
    private long _stepsLeft;
    private long _memoryUsed;
    private long _started;
    private int _depth;
    private RenderLimits _limits = RenderLimits.Default;

    public OutputBuffer Output { get; } = new(int.MaxValue);

    public RenderRequest Request { get; private set; } = null!;

    /// <summary>The variables of the frame that runs.</summary>
    public Value[] Slots = [];

    public Frame Frame = null!;

    /// <summary>The template that runs, for names in diagnostics.</summary>
    public Template Template = null!;

    /// <summary>The names the running template sees, beyond its frames.</summary>
    public TemplateScope Scope = null!;

    /// <summary>Line (upper half) and offset of the statement that runs.</summary>
    public long Place;

    /// <summary>The offset of the part of the statement that is at work; -1 where none was noted.</summary>
    public int Inner;

    public bool AutoEscape;

    public UndefinedMode UndefinedMode;

    /// <summary>The recorder, where output goes to the top level; null while captured.</summary>
    public ProvenanceRecorder? Provenance;

    public int SourceId;

    public string? MergePoint;

    /// <summary>Whether collections of the input were copied and may be changed.</summary>
    public bool OwnsInput { get; private set; }

    public Dictionary<object, object>? InputCopies { get; set; }

    public Random? Random { get; set; }

    /// <summary>Modules imported without context, made once per render.</summary>
    public Dictionary<Template, ModuleObject> Modules { get; } = [];

    /// <summary>The template of the request, the only one whose merge points are filled.</summary>
    public Template? Main { get; set; }

    public static RenderContext Rent(RenderRequest request, bool ownsInput)
    {
        var context = _cached ?? new RenderContext();
        _cached = null;
        context.Start(request, ownsInput);
        return context;
    }

    public void Release()
    {
        Request = null!;
        Frame = null!;
        Slots = [];
        Scope = null!;
        Template = null!;
        Provenance = null;
        InputCopies = null;
        Random = null;
        Main = null;
        Modules.Clear();
        Output.Reset(int.MaxValue);
        _cached = this;
    }

    /// <summary>Spends one step; at the end of each chunk the slow checks run.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Step()
    {
        if (--_fuel < 0) Refuel(0);
    }

    /// <summary>Spends steps in proportion to work about to be done.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Spend(long steps)
    {
        if (steps <= _fuel) _fuel -= (int)steps;
        else Refuel(steps);
    }

    /// <summary>Counts bytes of a string or collection about to be made.</summary>
    public void Allocate(long bytes)
    {
        _memoryUsed += bytes;
        if (_memoryUsed > _limits.MaxMemoryBytes) Recount(bytes);
        Spend(bytes >> 7);
    }

    public void AllocateText(long length)
    {
        if (length > 64) Allocate(length * 2);
    }

    public void AllocateItems(long count) => Allocate(count * 24 + 32);

    /// <summary>Takes what was written behind a mark as a string of the render.</summary>
    public string Take(int mark)
    {
        Allocate((Output.Length - mark) * 2 + 24);
        return Output.Take(mark);
    }

    public Value TakeText(int mark) => Value.String(Take(mark));

    /// <summary>One level deeper; a macro weighs 4, an include 10.</summary>
    public void Deepen(int weight)
    {
        _depth += weight;
        if (_depth > _limits.MaxDepth || !RuntimeHelpers.TryEnsureSufficientExecutionStack()) throw Errors.TooDeep(_limits.MaxDepth);
    }

    public void Rise(int weight) => _depth -= weight;

    /// <summary>Prints a value as the running template does.</summary>
    public void Emit(in Value value)
    {
        switch (value.Tag)
        {
            case Tag.String when !AutoEscape:
            case Tag.Markup:
                WriteText(value.Text);
                break;
            case Tag.Int: Output.Write(value.Bits); break;
            case Tag.String: Html.Escape(Output, value.Text); break;
            case Tag.Undefined or Tag.Missing when !AutoEscape: UndefinedInfo.Print(Output, value); break;
            default: EmitOther(value); break;
        }
    }

    public void WriteText(string text)
    {
        if (text.Length > 128) Spend(text.Length >> 6);
        Output.Write(text);
    }

    public Value MakeUndefined(UndefinedInfo info) => UndefinedInfo.Make(UndefinedMode, info);

    /// <summary>What was contributed to a merge point; null where nothing was.</summary>
    public IReadOnlyList<MergePoints.MergeFill>? FillsOf(int point)
    {
        if (!ReferenceEquals(Template, Main) || Request.Fills is not { } all || point >= all.Count) return null;
        return all[point] is { Count: > 0 } fills ? fills : null;
    }

    private void EmitOther(in Value value)
    {
        if (!AutoEscape) PythonText.WriteStr(Output, value);
        else Html.Escape(Output, PythonText.Str(this, value));
    }

    /// <summary>Enters a frame; the caller keeps the old one and gives it back.</summary>
    public Frame Enter(Unit unit, Frame? parent)
    {
        var old = Frame;
        var slots = unit.SlotCount == 0 ? [] : new Value[unit.SlotCount];
        Allocate(slots.Length * 24 + 64);
        Frame = new Frame(slots, parent);
        Slots = slots;
        return old;
    }

    public void Leave(Frame old)
    {
        Frame = old;
        Slots = old is null ? [] : old.Slots;
    }

    /// <summary>The copy of the input that a render which changes its input works on; the input itself where it does not.</summary>
    public Value Own(in Value value)
    {
        if (!OwnsInput || value.Tag is not (Tag.List or Tag.Map)) return value;
        InputCopies ??= new Dictionary<object, object>(ReferenceEqualityComparer.Instance);
        return InputCopy.Of(this, value);
    }

    private void Start(RenderRequest request, bool ownsInput)
    {
        Request = request;
        _limits = request.Limits;
        _stepsLeft = _limits.MaxSteps;
        _memoryUsed = 0;
        _depth = 0;
        _started = 0;
        _chunk = (int)Math.Min(Chunk, _stepsLeft);
        _fuel = _chunk;
        OwnsInput = ownsInput;
        Provenance = request.Provenance;
        Provenance?.Reset();
        SourceId = request.SourceId;
        MergePoint = null;
        Place = 1L << 32;
        Inner = -1;
        Output.Reset(_limits.MaxOutputLength);
    }

    /// <summary>The clock that tells the present moment.</summary>
    public TimeProvider Clock => Request.Clock ?? throw Errors.NoClock();

    [MethodImpl(MethodImplOptions.NoInlining)]
    private void Refuel(long extra)
    {
        _stepsLeft -= _chunk - Math.Max(_fuel, 0) + extra + (_fuel < 0 ? 1 : 0);
        if (_stepsLeft <= 0) throw Errors.OutOfSteps(_limits.MaxSteps);
        _chunk = (int)Math.Min(Chunk, _stepsLeft);
        _fuel = _chunk;
        if (Request.CancellationToken.IsCancellationRequested) throw Errors.Cancelled();
        CheckTime();
        if (!Output.IsWithinLimit) throw Errors.OutputTooLong(_limits.MaxOutputLength);
    }

    /// <summary>The clock is first asked at the end of the first chunk, so that short renders never ask it.</summary>
    private void CheckTime()
    {
        if (Request.Clock is not { } clock || _limits.MaxTime == Timeout.InfiniteTimeSpan) return;
        if (_started == 0) _started = clock.GetTimestamp();
        else if (clock.GetElapsedTime(_started) > _limits.MaxTime) throw Errors.OutOfTime(_limits.MaxTime);
    }

    /// <summary>The counter only rises; before it ends the render, what is really held is counted.</summary>
    private void Recount(long wanted)
    {
        if (wanted > _limits.MaxMemoryBytes) throw Errors.OutOfMemory(_limits.MaxMemoryBytes);
        var alive = MemoryCount.Alive(this) + wanted;
        if (alive > _limits.MaxMemoryBytes) throw Errors.OutOfMemory(_limits.MaxMemoryBytes);
        _memoryUsed = Math.Max(alive, _limits.MaxMemoryBytes / 2);
    }
}
