export declare const findPostgres: () => string | null;
