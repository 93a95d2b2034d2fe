/**
 * The guest's half of the membrane, run inside QuickJS before the plugin. It is long because it must be one text: nothing
 * can be imported there. Only JSON and array buffers cross: `ask(operation, json, ...buffers)` calls the host, and the
 * function it returns is how the host calls in. What JSON cannot say travels as `{ $: kind, … }`; codec.ts is its twin.
 *
 * What it does for a large value is Figma's work and not the plugin's: `clock(false)` stops the plugin's clock meanwhile.
 *
 * API objects become proxies that never change their shape: unknown members throw by name, except those that other API
 * objects have, so that `'children' in layer` and `layer.children` behave as in Figma.
 */
export const PRELUDE = `
(function (ask, clock) {
  'use strict'
  const { stringify, parse } = JSON
  const { freeze, keys, assign, create } = Object
  const typeOf = Function.prototype.call.bind(Object.prototype.toString)
  const mixed = Symbol('figma.mixed')
  const remotes = new Map(), remoteIds = new WeakMap(), handlers = new Map(), known = new Set()
  const functions = new Map(), functionIds = new WeakMap()
  const promises = new Map()

  function encode(value, buffers, depth) {
    if (depth > 200) throw new TypeError('The value is cyclic or nested too deeply')
    if (value === null) return null
    switch (typeof value) {
      case 'string': case 'boolean': return value
      case 'number': return isFinite(value) && !Object.is(value, -0) ? value : { $: 'number', text: Object.is(value, -0) ? '-0' : String(value) }
      case 'undefined': return { $: 'undefined' }
      case 'symbol': return value === mixed ? { $: 'mixed' } : { $: 'foreign', type: 'Symbol' }
      case 'bigint': return { $: 'foreign', type: 'BigInt' }
      case 'function': return { $: 'function', id: functionId(value) }
    }
    const remote = remoteIds.get(value)
    if (remote !== undefined) return { $: 'remote', id: remote }
    if (Array.isArray(value)) return Array.from(value, (item) => encode(item, buffers, depth + 1))
    if (value instanceof Uint8Array) {
      buffers.push(value.byteLength === value.buffer.byteLength ? value.buffer : value.slice().buffer)
      return { $: 'bytes', at: buffers.length - 1 }
    }
    const type = typeOf(value).slice(8, -1)
    if (type === 'Date') return { $: 'date', time: value.getTime() }
    if (type === 'Error') return { $: 'error', ...described(value) }
    if (type !== 'Object') return { $: 'foreign', type }
    const plain = {}
    for (const key of keys(value)) plain[key] = encode(value[key], buffers, depth + 1)
    return '$' in plain ? { $: 'object', plain } : plain
  }

  function decode(value, buffers, still) {
    if (typeof value !== 'object' || value === null) return value
    if (Array.isArray(value)) {
      const list = value.map((item) => decode(item, buffers, still))
      return still ? freeze(list) : list
    }
    switch (value.$) {
      case 'number': return Number(value.text)
      case 'undefined': return undefined
      case 'mixed': return mixed
      case 'remote': return remoteFor(value.id, value.kind)
      case 'function': return functions.get(value.id)
      case 'bytes': return new Uint8Array(buffers[value.at])
      case 'date': return new Date(value.time)
      case 'promise': return new Promise((resolve, reject) => promises.set(value.id, { resolve, reject }))
    }
    const source = value.$ === 'object' ? value.plain : value
    const plain = {}
    for (const key of keys(source)) plain[key] = decode(source[key], buffers, still)
    return still ? freeze(plain) : plain
  }

  function functionId(callback) {
    const there = functionIds.get(callback)
    if (there !== undefined) return there
    const id = functions.size + 1
    functions.set(id, callback)
    functionIds.set(callback, id)
    return id
  }

  function described(thrown) {
    if (!(thrown instanceof Error)) return { name: 'Error', message: typeof thrown === 'symbol' ? 'a symbol' : String(thrown), stack: '' }
    return { name: String(thrown.name), message: String(thrown.message), stack: String(thrown.stack) }
  }

  // ERRORS keeps the plugin's own classes out of the way: a host error arrives as the built-in of that name.
  const ERRORS = { Error, TypeError, RangeError, SyntaxError }
  function rebuilt({ name, message }) {
    return new (ERRORS[name] || Error)(message)
  }
  function faultOf(fault) {
    return fault.text === undefined ? rebuilt(fault) : fault.text
  }

  // A function that is called in a value, a getter, is the plugin's own; that is rare enough to be left out.
  function aside(isLarge, work) {
    if (!isLarge) return work()
    clock(false)
    try {
      return work()
    } finally {
      clock(true)
    }
  }
  const isObject = (value) => typeof value === 'object' && value !== null
  const LARGE = 1000 // characters

  function host(operation, input, still) {
    const buffers = []
    const isLarge = (operation === 'call' && input[2].some(isObject)) || (operation === 'set' && isObject(input[2]))
    const json = aside(isLarge, () => stringify(encode(input, buffers, 0)))
    const answer = ask(operation, json, ...buffers)
    const [text, ...returned] = typeof answer === 'string' ? [answer] : answer
    return aside(text.length > LARGE, () => {
      const { value, fault } = parse(text)
      if (fault) throw faultOf(fault)
      return decode(value, returned, still)
    })
  }

  function learn({ kind, readable, writable, callable, absent }) {
    const surface = { readable: new Set(readable), writable: new Set(writable), callable: new Set(callable), absent: new Set(absent) }
    handlers.set(kind, handlerFor(kind, surface))
    for (const name of [...readable, ...callable, ...absent]) known.add(name)
  }

  // One for all objects of a kind: the machine's garbage collector walks all that there is, and layers are many.
  function handlerFor(kind, surface) {
    const missing = (name) => new Error('dev/figma: ' + kind + '.' + String(name) + ' is not simulated')
    const isMember = (name) => surface.readable.has(name) || surface.callable.has(name) || surface.absent.has(name)
    function methodFor(target, name) {
      const { id } = target
      const methods = (target.methods ??= new Map())
      if (!methods.has(name)) methods.set(name, freeze((...values) => host('call', [id, name, values], false)))
      return methods.get(name)
    }
    return {
      get(target, name) {
        if (surface.readable.has(name)) return host('get', [target.id, name], true)
        if (surface.callable.has(name)) return methodFor(target, name)
        // Promises ask every value for then, JSON.stringify for toJSON, and templates for symbols.
        if (typeof name === 'symbol' || name === 'then' || name === 'toJSON') return undefined
        if (!surface.absent.has(name) && known.has(name)) return undefined
        throw missing(name)
      },
      set(target, name, value) {
        if (surface.writable.has(name)) host('set', [target.id, name, value], false)
        else if (surface.absent.has(name)) throw missing(name)
        else if (isMember(name)) throw new TypeError('no setter for property')
        else throw new TypeError('object is not extensible')
        return true
      },
      has: (_, name) => isMember(name),
      defineProperty() { throw new TypeError('object is not extensible') },
      deleteProperty() { throw new TypeError('could not delete property') },
      setPrototypeOf() { throw new TypeError('object is not extensible') },
      preventExtensions() { throw missing('[[preventExtensions]]') },
      ownKeys() { throw missing('[[keys]]') },
      getOwnPropertyDescriptor() { throw missing('[[getOwnPropertyDescriptor]]') },
    }
  }

  function remoteFor(id, kind) {
    const there = remotes.get(id)
    if (there) return there
    const handler = handlers.get(kind)
    if (!handler) throw new Error('dev/figma: the sandbox does not know ' + kind)
    const proxy = new Proxy(assign(create(null), { id, methods: undefined }), handler)
    remotes.set(id, proxy)
    remoteIds.set(proxy, id)
    return proxy
  }

  const report = (thrown) => host('escaped', described(thrown), false)

  const incoming = {
    surfaces: (list) => list.forEach(learn),
    remote: ({ id, kind, name }) => void Object.defineProperty(globalThis, name, { value: remoteFor(id, kind), enumerable: true }),
    define: ({ name, value }) => void Object.defineProperty(globalThis, name, { value, enumerable: true }),
    ask: ({ id, values }) => functions.get(id)(...values),
    tell({ id, values }) {
      try {
        const returned = functions.get(id)(...values)
        if (returned instanceof Promise) returned.then(undefined, report)
      } catch (thrown) {
        report(thrown)
      }
    },
    settle({ id, value, fault }) {
      const promise = promises.get(id)
      promises.delete(id)
      if (fault) promise.reject(faultOf(fault))
      else promise.resolve(value)
    },
  }

  const levels = ['log', 'error', 'assert', 'info', 'warn', 'clear']
  globalThis.console = freeze(Object.fromEntries(levels.map((level) => [level, (...values) => host('console', [level, values], false)])))
  for (const name of ['setTimeout', 'setInterval', 'clearTimeout', 'clearInterval']) {
    globalThis[name] = (...values) => host(name, values, false)
  }
  function answerOf({ bytes, body, ...facts }) {
    return freeze({
      ...facts,
      headersObject: freeze(facts.headersObject),
      arrayBuffer: async () => bytes.slice().buffer,
      text: async () => body,
      json: async () => parse(body),
    })
  }
  globalThis.fetch = (url, init) => host('fetch', [url, init], false).then(answerOf)
  // Beyond ES2020 and not in Figma's list, or reported missing there (GH figma/widget-samples#32).
  for (const name of ['Iterator', 'Float16Array', 'SharedArrayBuffer']) delete globalThis[name]
  delete Object.hasOwn

  return function (operation, json, ...buffers) {
    const out = []
    let answer
    try {
      const input = aside(json.length > LARGE, () => decode(parse(json), buffers, false))
      answer = { value: encode(incoming[operation](input), out, 0) }
    } catch (thrown) {
      answer = { fault: described(thrown) }
    }
    const text = stringify(answer)
    return out.length === 0 ? text : [text, ...out]
  }
})
`
