declare module 'node-nlp' {
  /** The parts of node-nlp that are measured; it brings no types. */
  export class NlpManager {
    constructor(settings: object);
    addDocument(language: string, text: string, intent: string): void;
    train(): Promise<void>;
    process(language: string, text: string): Promise<{ intent: string }>;
    save(file: string): void;
    load(file: string): void;
  }
}

declare module 'natural/lib/natural/classifiers/*' {
  /** The parts of Natural's classifiers that are measured. */
  class Classifier {
    addDocument(text: string, intent: string): void;
    train(): void;
    classify(text: string): string;
    static restore(file: object): Classifier;
  }
  export default Classifier;
}
