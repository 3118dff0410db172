import { useEffect, useState } from 'preact/hooks';

/** A value that changes, and who wants to know of it. */
export interface Store<Value> {
  get(): Value;
  set(next: Value): void;
  /** Calls `listener` with each new value; what it gives back ends that. */
  subscribe(listener: (value: Value) => void): () => void;
}

export function storeOf<Value>(first: Value): Store<Value> {
  const listeners = new Set<(value: Value) => void>();
  let value = first;
  return {
    get: () => value,
    set(next) {
      value = next;
      for (const listener of listeners) listener(next);
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
}

/** The value of a store; the component is drawn again when it changes. */
export function useStore<Value extends object | null>(store: Store<Value>): Value {
  const [value, setValue] = useState<Value>(store.get);
  useEffect(() => {
    setValue(store.get()); // it may have changed between drawing and now
    return store.subscribe((next) => setValue(next));
  }, [store]);
  return value;
}
